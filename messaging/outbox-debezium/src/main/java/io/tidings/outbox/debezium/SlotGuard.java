package io.tidings.outbox.debezium;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks now and then at how much of the log the slot keeps back, and says when it is too much. Safe for use by several threads. */
final class SlotGuard {
    private static final Logger LOG = LoggerFactory.getLogger(SlotGuard.class);

    private final DataSource database;
    private final String relay;
    private final String slot;
    private final long limit;
    private final Duration every;
    private long lookedAt;
    private volatile @Nullable SlotStatus last;
    private volatile @Nullable String alarm;

    SlotGuard(DataSource database, String relay, long limit, Duration every) {
        this.database = database;
        this.relay = relay;
        this.slot = OutboxSlot.nameFor(relay);
        this.limit = limit;
        this.every = every;
        this.lookedAt = System.nanoTime() - every.toNanos();
    }

    /** Looks, if it is time to. Called by the relay's own thread. */
    void look() throws SQLException {
        long now = System.nanoTime();
        if (now - lookedAt >= every.toNanos()) {
            lookedAt = now;
            judge(ask());
        }
    }

    SlotStatus ask() throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            return SlotBook.status(connection, slot, relay);
        }
    }

    private void judge(SlotStatus status) {
        last = status;
        String before = alarm;
        if (status.state() == SlotStatus.State.ENDANGERED) {
            alarm = "Replication slot " + slot + " is about to be lost: max_slot_wal_keep_size is passed";
        } else if (status.retainedBytes() > limit) {
            alarm = "Replication slot " + slot + " keeps back " + (status.retainedBytes() >> 20)
                    + " MiB of PostgreSQL's log, more than " + (limit >> 20) + " MiB";
        } else {
            alarm = null;
        }
        if (alarm != null && before == null) {
            LOG.warn(
                    "{}. A transaction that has been open for long, or a relay that falls behind, is the usual reason",
                    alarm);
        } else if (alarm == null && before != null) {
            LOG.info("Replication slot {} keeps back {} MiB again", slot, status.retainedBytes() >> 20);
        }
    }

    /** What is wrong with the slot; null if nothing is. */
    @Nullable String alarm() {
        return alarm;
    }

    /** In bytes, when it was looked at last; not a number before. */
    double retained() {
        SlotStatus status = last;
        return status == null ? Double.NaN : status.retainedBytes();
    }
}
