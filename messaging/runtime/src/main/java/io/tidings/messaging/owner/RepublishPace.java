package io.tidings.messaging.owner;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * How fast to republish.
 *
 * @param perSecond how many entities in a second, at most, on the average of a run
 * @param page how many at once: read, published and recorded together
 * @param patience how long to wait until the sink has taken a page
 */
public record RepublishPace(int perSecond, int page, Duration patience) {

    /** 500 at once, 2,000 a second: other publishers hardly notice. */
    public static final RepublishPace MODERATE = new RepublishPace(2_000, 500, Duration.ofSeconds(30));

    public RepublishPace {
        if (perSecond < 1 || page < 1 || patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("A republication needs a rate, a page and a patience above 0, not "
                    + perSecond + ", " + page + " and " + patience);
        }
    }

    Clock start() {
        return new Clock(System.nanoTime());
    }

    /** Rests as long as what was published so far ought to have taken. Used by one thread. */
    final class Clock {

        private final long started;
        private long published;
        private long rested;

        private Clock(long started) {
            this.started = started;
        }

        /** Whether the thread was interrupted. */
        boolean spent(long more) {
            published += more;
            long due = started + rested + published * Duration.ofSeconds(1).toNanos() / perSecond;
            return sleepUntil(due);
        }

        /** Whether the thread was interrupted. Does not count as time to publish in. */
        boolean rest(Duration pause) {
            rested += pause.toNanos();
            return sleepUntil(System.nanoTime() + pause.toNanos());
        }

        private static boolean sleepUntil(long due) {
            while (due - System.nanoTime() > 0) {
                if (Thread.currentThread().isInterrupted()) {
                    return true;
                }
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return Thread.currentThread().isInterrupted();
        }
    }
}
