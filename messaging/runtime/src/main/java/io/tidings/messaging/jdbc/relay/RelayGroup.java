package io.tidings.messaging.jdbc.relay;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the others of this relay, and this one of the others, six times in a lease: rows in {@code tidings_relay_member}, which
 * run out by themselves. On a thread of its own.
 */
final class RelayGroup implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayGroup.class);

    private static final String JOIN = """
            INSERT INTO tidings_relay_member (name, owner, expires_at)
            VALUES (?, ?, clock_timestamp() + ? * interval '1 millisecond')
            ON CONFLICT (name, owner) DO UPDATE SET expires_at = excluded.expires_at
            """;

    private static final String LEAVE = """
            DELETE FROM tidings_relay_member WHERE name = ? AND (owner = ? OR NOT (%s))
            """.formatted(RelayLease.HELD);

    private static final String MEMBERS =
            "SELECT owner FROM tidings_relay_member WHERE name = ? AND " + RelayLease.HELD;

    private static final String LEADERS =
            "SELECT shard, owner FROM tidings_relay_lease WHERE name = ? AND " + RelayLease.HELD;

    private final DataSource database;
    private final RelayOptions options;
    private final ShardShares shares;
    private final Runnable changed;
    private final Thread thread;
    private volatile boolean closing;

    /** @param changed is told when somebody should look at the shares again */
    RelayGroup(DataSource database, RelayOptions options, ShardShares shares, Runnable changed) {
        this.database = database;
        this.options = options;
        this.shares = shares;
        this.changed = changed;
        this.thread = new Thread(this::run, "tidings-relays-" + options.name());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        long pause = options.lease().dividedBy(6).toNanos();
        while (!closing) {
            try {
                boolean look = RelayTransaction.readCommitted(database, options.lease(), this::beat);
                if (look) {
                    changed.run();
                }
            } catch (SQLException | RuntimeException e) {
                // The loops say what is wrong; without the others' news this relay keeps what it has.
                LOG.debug("Relay {} does not hear of the others", options.name(), e);
            }
            long end = System.nanoTime() + pause;
            for (long left = pause; !closing && left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(this, left);
            }
        }
    }

    private boolean beat(Connection connection) throws SQLException {
        if (shares.sound()) {
            join(connection);
        } else {
            leave(connection);
        }
        Set<String> members = new HashSet<>();
        Map<Integer, String> leaders = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setString(1, options.name());
            statement.setLong(2, RelayLease.beyond(options.lease()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    members.add(result.getString(1));
                }
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(LEADERS)) {
            statement.setString(1, options.name());
            statement.setLong(2, RelayLease.beyond(options.lease()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    leaders.put(result.getInt(1), result.getString(2));
                }
            }
        }
        return shares.see(members, leaders);
    }

    private void join(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(JOIN)) {
            statement.setString(1, options.name());
            statement.setString(2, shares.owner());
            statement.setLong(3, options.lease().toMillis());
            statement.executeUpdate();
        }
    }

    private boolean leave(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LEAVE)) {
            statement.setString(1, options.name());
            statement.setString(2, shares.owner());
            statement.setLong(3, RelayLease.beyond(options.lease()));
            return statement.executeUpdate() > 0;
        }
    }

    /** Lets the others have this relay's share. Never throws: its row runs out by itself. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(options.lease().toMillis());
            boolean unused = RelayTransaction.readCommitted(database, options.lease(), this::leave);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (SQLException e) {
            LOG.debug("Relay {} leaves without a word", options.name(), e);
        }
    }
}
