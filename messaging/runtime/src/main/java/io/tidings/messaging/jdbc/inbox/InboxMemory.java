package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.Retention;
import io.tidings.messaging.SubscriptionSpec;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long a receiver remembers, and whether that is long enough.
 *
 * @param length null for ever
 * @param strict whether a memory that is too short is refused, and not only warned of
 */
record InboxMemory(@Nullable Duration length, boolean strict) {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcIdempotentReceiver.class);

    static final InboxMemory FOR_EVER = new InboxMemory(null, false);

    /** @throws ShortMemoryException if it is strict, and messages may come again that are forgotten */
    void check(String consumer, SubscriptionSpec<?> spec, Retention retention) {
        Duration remembered = length;
        if (remembered == null) {
            return;
        }
        boolean channel = isLonger(retention.channel(), remembered);
        boolean letters = isLonger(retention.deadLetters(), remembered);
        if (!channel && !letters) {
            return;
        }
        String address = spec.channel().address();
        String message = "Receiver '" + consumer + "' remembers messages for " + text(remembered) + ", but "
                + (channel ? "'" + address + "' may keep them " + kept(retention.channel()) : "")
                + (channel && letters ? ", and " : "")
                + (letters
                        ? "the dead letters of group '" + spec.group() + "' are kept " + kept(retention.deadLetters())
                        : "")
                + ": what is replayed after " + text(remembered) + " takes effect once more. Remember it for longer"
                + " (keepingFor), or keep less: retention.ms and segment.ms of the topic,"
                + " tidings.dead.letter.retention.ms for the letters";
        if (strict) {
            throw new ShortMemoryException(message);
        }
        LOG.warn(message);
    }

    private static boolean isLonger(@Nullable Duration kept, Duration remembered) {
        return kept != null && kept.compareTo(remembered) > 0;
    }

    private static String kept(@Nullable Duration kept) {
        return kept == null || kept.equals(Retention.FOR_EVER) ? "for ever" : "for " + text(kept);
    }

    private static String text(Duration duration) {
        if (duration.toDays() > 0 && duration.minusDays(duration.toDays()).isZero()) {
            return duration.toDays() + " days";
        }
        return duration.toString()
                .substring(2)
                .replaceAll("(\\d[HMS])(?!$)", "$1 ")
                .toLowerCase(java.util.Locale.ROOT);
    }
}
