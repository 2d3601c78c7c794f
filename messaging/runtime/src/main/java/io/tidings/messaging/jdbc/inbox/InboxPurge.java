package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what is old enough, now and then, beside the receiving of messages: where none come, there is nothing to forget. Others
 * may purge at the same time; each row is locked by one of them.
 */
final class InboxPurge {

    private static final Logger LOG = LoggerFactory.getLogger(InboxPurge.class);

    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Forgets at most {@link #BATCH} rows that are older than that; says how many. */
    @FunctionalInterface
    interface Forgetting {
        int purge(Connection connection, String consumer, Duration retention) throws SQLException;
    }

    /** So many rows in one transaction. */
    static final int BATCH = 1_000;

    private final DataSource database;
    private final Forgetting forgetting;
    private final String consumer;
    private final Duration retention;
    private final long interval;
    private final AtomicLong due = new AtomicLong(System.nanoTime());

    InboxPurge(DataSource database, Forgetting forgetting, String consumer, Duration retention) {
        this.database = database;
        this.forgetting = forgetting;
        this.consumer = consumer;
        this.retention = retention;
        Duration hundredth = retention.dividedBy(100);
        this.interval = (hundredth.compareTo(SHORTEST) < 0 ? SHORTEST : min(hundredth, LONGEST)).toNanos();
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** To be called after each message: costs nothing, unless it is time. */
    void look() {
        long before = due.get();
        long now = System.nanoTime();
        if (now - before >= 0 && due.compareAndSet(before, now + interval)) {
            Thread thread = new Thread(this::run, "tidings-inbox-purge-" + consumer);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            purge();
        } catch (SQLException | RuntimeException e) {
            LOG.info("Purging the inbox of {} failed, and goes on later: {}", consumer, e.toString());
        }
    }

    /** Purges now; returns how many. */
    long purge() throws SQLException {
        long purged = 0;
        int last;
        do {
            long began = System.nanoTime();
            last = Transaction.<Integer, SQLException>run(
                    database, connection -> forgetting.purge(connection, consumer, retention));
            purged += last;
            if (last == BATCH) {
                // Receivers have the database for themselves at least half of the time.
                LockSupport.parkNanos(System.nanoTime() - began);
            }
        } while (last == BATCH);
        LOG.debug("{} forgot {} rows", consumer, purged);
        return purged;
    }
}
