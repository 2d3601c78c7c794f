package io.tidings.messaging.majors;

import io.tidings.messaging.CatchUp;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessagingException;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionStatus;
import io.tidings.messaging.Subscriptions;
import io.tidings.messaging.Transport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the channels of two major versions into one handler. Safe for use by several threads.
 *
 * <p>With {@link Majors#BOTH}, the newer channel is opened when the group is done with what the older one held when this was
 * opened. Where the owner writes both by then, each channel brings every later message of a key in the same order, so that
 * what was applied is always a beginning of that order, whichever channel is ahead: messages are applied in order, and behind
 * an idempotent receiver once. What the owner wrote to the older channel alone was applied before.
 */
public final class MajorsSubscription implements Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(MajorsSubscription.class);

    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 1000;

    private final Transport transport;
    private final Reading<?> older;
    private final Reading<?> newer;
    private final Subscription first;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final CountDownLatch joined = new CountDownLatch(1);
    private volatile @Nullable Subscription second;
    private volatile @Nullable CatchUp marker;
    private volatile String waitsFor = "it has just been subscribed to";

    private MajorsSubscription(Transport transport, Reading<?> older, Reading<?> newer, Subscription first) {
        this.transport = transport;
        this.older = older;
        this.newer = newer;
        this.first = first;
    }

    /**
     * Subscribes to what a stage says.
     *
     * @param older hands on what it upcasts
     * @throws IllegalArgumentException if the two are of different groups, or of one channel
     * @throws MessagingException as {@link Transport#subscribe}; where both are read, of the older one
     */
    public static Subscription open(Transport transport, Majors read, Reading<?> older, Reading<?> newer) {
        require(older, newer);
        return switch (read) {
            case OLDER -> subscribe(transport, older);
            case NEWER -> subscribe(transport, newer);
            case BOTH -> both(transport, older, newer);
        };
    }

    private static void require(Reading<?> older, Reading<?> newer) {
        if (!older.spec().group().equals(newer.spec().group())) {
            throw new IllegalArgumentException("Two versions are read by one group, but these are '"
                    + older.spec().group() + "' and '" + newer.spec().group() + "'");
        }
        String address = newer.spec().channel().address();
        if (older.spec().channel().address().equals(address)) {
            throw new IllegalArgumentException(
                    "Both versions are on '" + address + "': each needs a channel of its own to be read side by side");
        }
    }

    private static <K> Subscription subscribe(Transport transport, Reading<K> reading) {
        return transport.subscribe(reading.spec(), reading.handler());
    }

    private static Subscription both(Transport transport, Reading<?> older, Reading<?> newer) {
        Subscription first = subscribe(transport, older);
        try {
            return new MajorsSubscription(transport, older, newer, first).started();
        } catch (RuntimeException e) {
            first.close();
            throw e;
        }
    }

    /** Opens the newer channel at once where nothing is to be waited for. */
    private MajorsSubscription started() {
        if (!advance()) {
            Thread thread = new Thread(
                    this::keepAdvancing,
                    "tidings-majors-" + newer.spec().group() + "-"
                            + newer.spec().channel().address());
            thread.setDaemon(true);
            thread.start();
        }
        return this;
    }

    private void keepAdvancing() {
        long pause = FIRST_PAUSE_MILLIS;
        try {
            while (!closing.await(pause, TimeUnit.MILLISECONDS) && !advance()) {
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says whether there is nothing left to do. A missing topic may be created, and a broker come back. */
    private boolean advance() {
        try {
            if (isPast()) {
                join(subscribe(transport, newer));
                return true;
            }
            waitsFor = "the group is not done with what was on '"
                    + older.spec().channel().address() + "'";
            return false;
        } catch (MessagingException e) {
            String reason = String.valueOf(e.getMessage());
            if (!reason.equals(waitsFor)) {
                LOG.warn("'{}' is not read yet: {}", newer.spec().channel().address(), reason);
            }
            waitsFor = reason;
            return false;
        }
    }

    /** Where members share a channel without order, there is none that waiting could keep. */
    private boolean isPast() {
        if (older.spec().delivery() == DeliveryMode.SHARED) {
            return true;
        }
        CatchUp known = marker;
        if (known == null) {
            known = transport.catchUp(older.spec());
            marker = known;
        }
        return known.reached();
    }

    private void join(Subscription opened) {
        synchronized (joined) {
            second = opened;
            joined.countDown();
            if (closing.getCount() > 0) {
                LOG.info("'{}' is read, too", newer.spec().channel().address());
                return;
            }
        }
        opened.close();
    }

    private List<Subscription> parts() {
        Subscription opened = second;
        return opened == null ? List.of(first) : List.of(first, opened);
    }

    /** Waits until both channels are read: the older one alone until the newer one has joined it. */
    @Override
    public boolean awaitReady(Duration deadline) throws InterruptedException {
        long end = System.nanoTime() + deadline.toNanos();
        if (!first.awaitReady(deadline) || !joined.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            return false;
        }
        Subscription opened = second;
        return opened != null && opened.awaitReady(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
    }

    /** Whether what has been opened runs. */
    @Override
    public boolean running() {
        return closing.getCount() > 0 && parts().stream().allMatch(Subscription::running);
    }

    /** Degraded as long as the newer channel is not read: until then, readers must not go on to it alone. */
    @Override
    public Health health() {
        Health opened = Health.of(parts().stream().map(Subscription::health).toList());
        return second == null && opened.live()
                ? Health.of(List.of(
                        opened,
                        Health.degraded("'" + newer.spec().channel().address() + "' is not read yet: " + waitsFor)))
                : opened;
    }

    @Override
    public SubscriptionStatus status() {
        return Subscriptions.status(parts());
    }

    @Override
    public void close() {
        closing.countDown();
        Subscription opened;
        synchronized (joined) {
            opened = second;
        }
        try {
            if (opened != null) {
                opened.close();
            }
        } finally {
            first.close();
        }
    }
}
