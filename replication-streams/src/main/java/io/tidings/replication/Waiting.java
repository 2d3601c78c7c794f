package io.tidings.replication;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Progress;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.Rows;
import io.tidings.replication.internal.driver.ViewDriver;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row that has seen a change. It looks again and again: a wait is short and rare, and so it costs those nothing who apply
 * the changes.
 */
final class Waiting {

    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(1).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    private final Rows rows;
    private final Supplier<ViewDriver> driver;

    /** What a look has found: a row that will do, or why there is none. */
    private record Look(boolean seen, Optional<Row> row, RuntimeException otherwise) {}

    Waiting(Rows rows, Supplier<ViewDriver> driver) {
        this.rows = rows;
        this.driver = driver;
    }

    Optional<Row> get(byte[] key, AtLeast atLeast, Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        long pause = FIRST_PAUSE_NANOS;
        while (true) {
            Look look = look(key, atLeast);
            if (look.seen()) {
                return look.row();
            }
            long left = end - System.nanoTime();
            if (left <= 0 || Thread.currentThread().isInterrupted()) {
                throw look.otherwise();
            }
            LockSupport.parkNanos(Math.min(pause, left));
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    /** What passes is waited for; what does not is thrown. */
    private Look look(byte[] key, AtLeast atLeast) {
        ViewDriver now = driver.get();
        try {
            return atLeast instanceof AtLeast.Version version
                    ? look(now.replica(), rows.get(key), version.version())
                    : look(now.replica(), now.progress(), key, (AtLeast.Place) atLeast);
        } catch (TransientMessagingException | StaleReplicaException e) {
            return new Look(false, Optional.empty(), e);
        }
    }

    private static Look look(Replica replica, Optional<Row> row, long wanted) {
        String view = "View '" + replica.view() + "'";
        Row.Parked parked = row.map(Row::parked).orElse(null);
        if (row.isPresent()
                && row.get().state() != Row.State.UNKNOWN
                && row.get().version() >= wanted) {
            return new Look(true, row, new BehindException(view));
        }
        Long parkedVersion = parked == null ? null : parked.version();
        if (parked != null && parkedVersion != null && parkedVersion >= wanted) {
            throw new ParkedKeyException(replica.view(), parked.reason());
        }
        if (parked != null) {
            // Nobody knows whether that is the change: something newer may still come, but not for long.
            return new Look(false, row, new ParkedKeyException(replica.view(), parked.reason()));
        }
        String has =
                row.isPresent() ? "has version " + row.get().version() + " of the key" : "has not heard of the key";
        return new Look(false, row, new BehindException(view + " " + has + ", and not of version " + wanted));
    }

    /** The position is asked before the row, so that the row is at least as new. */
    private Look look(Replica replica, Progress progress, byte[] key, AtLeast.Place place) {
        int log = replica.input(place.address()).log();
        TopicPartition input = new TopicPartition(place.address(), place.partition());
        Long next = progress.positions().get(input);
        if (next == null || next <= place.offset()) {
            return new Look(false, Optional.empty(), behind(replica, place, next));
        }
        Optional<Row> row = rows.get(key);
        Row.Parked parked = row.map(Row::parked).orElse(null);
        if (parked != null && parked.log() == log && parked.offset() == place.offset()) {
            throw new ParkedKeyException(replica.view(), parked.reason());
        }
        return new Look(true, row, behind(replica, place, next));
    }

    private static BehindException behind(Replica replica, AtLeast.Place place, @Nullable Long next) {
        String position = next == null
                ? "does not follow partition " + place.partition() + " of " + place.address() + " on this instance"
                : "has come to offset " + next + " of " + place.address() + "@" + place.partition();
        return new BehindException("View '" + replica.view() + "' " + position + ", and not past " + place.offset());
    }
}
