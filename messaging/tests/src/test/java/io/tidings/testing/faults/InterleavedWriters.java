package io.tidings.testing.faults;

import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Several transactions at once, interleaved statement by statement as the seed says: some stay open for long while others commit
 * on the same and on other accounts; some roll back. One thread does it all, so it never touches an account that another one of
 * them has locked. What became of a COMMIT that failed, the database knows.
 */
final class InterleavedWriters implements AutoCloseable {
    private static final String CHANGE = "INSERT INTO account VALUES (?, 1)"
            + " ON CONFLICT (id) DO UPDATE SET version = account.version + 1 RETURNING version";

    /** One transaction. */
    private static final class Writer {
        @Nullable Connection connection;

        final Set<String> locked = new HashSet<>();
        /** It stays open for one in so many of its steps. */
        int patience;
    }

    private final OutboxField field;
    private final Connections connections;
    private final Random random;
    private final String name;
    private final int accounts;
    private final int largeOneIn;
    private final JdbcOutbox outbox = new JdbcOutbox(new PlainCodec());
    private final Writer[] writers = new Writer[6];
    private long nonce;
    private int failures;

    /**
     * Writers who have not begun.
     *
     * @param name of their accounts, which no other writers have
     * @param largeOneIn one message in so many is larger than the topic allows; 0 for none
     */
    InterleavedWriters(OutboxField field, String url, String name, int accounts, int largeOneIn, long seed) {
        this.field = field;
        this.name = name;
        this.connections = new Connections(url, 2);
        this.random = new Random(seed);
        this.accounts = accounts;
        this.largeOneIn = largeOneIn;
        for (int i = 0; i < writers.length; i++) {
            writers[i] = new Writer();
        }
    }

    /** Does one thing after the other. */
    void steps(int steps) {
        for (int i = 0; i < steps; i++) {
            Writer writer = writers[random.nextInt(writers.length)];
            try {
                step(writer);
            } catch (SQLException | TransientMessagingException e) {
                failures++;
                abandon(writer);
            }
        }
    }

    private void step(Writer writer) throws SQLException {
        Connection connection = writer.connection;
        if (connection == null) {
            begin(writer);
        } else if (random.nextInt(writer.patience) > 0) {
            change(writer, connection);
        } else if (random.nextInt(6) == 0) {
            connection.rollback();
            end(writer, connection);
        } else {
            connection.commit();
            end(writer, connection);
        }
    }

    private void begin(Writer writer) throws SQLException {
        Connection connection = connections.pool().getConnection();
        writer.connection = connection;
        writer.patience = random.nextInt(8) == 0 ? 12 : 2;
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            // A server may not know yet that an earlier client of ours is gone, and hold its locks.
            statement.execute("SET LOCAL lock_timeout = '1s'");
        }
    }

    private void change(Writer writer, Connection connection) throws SQLException {
        String account = name + random.nextInt(accounts);
        for (Writer other : writers) {
            if (other != writer && other.locked.contains(account)) {
                return;
            }
        }
        writer.locked.add(account);
        String unused = tell(connection, account);
    }

    /** Changes an account, and tells of it. */
    private String tell(Connection connection, String account) throws SQLException {
        long version;
        try (PreparedStatement statement = connection.prepareStatement(CHANGE)) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                version = row.getLong(1);
            }
        }
        String id = account + ":" + version + ":" + nonce++;
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO told VALUES (?, ?, ?)")) {
            statement.setString(1, id);
            statement.setString(2, account);
            statement.setLong(3, version);
            statement.executeUpdate();
        }
        boolean large = largeOneIn > 0 && random.nextInt(largeOneIn) == 0;
        String text = id + (large ? " ".repeat(OutboxField.LARGEST + 1) : "");
        outbox.in(connection)
                .send(OutgoingMessage.of(field.channel(), PlainCodec.TEXT, account, text, SendOptions.NONE.withId(id)));
        return id;
    }

    private static void end(Writer writer, Connection connection) throws SQLException {
        writer.connection = null;
        writer.locked.clear();
        connection.setAutoCommit(true);
        connection.close();
    }

    private static void abandon(Writer writer) {
        Connection connection = writer.connection;
        writer.connection = null;
        writer.locked.clear();
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                // It was broken: that is why.
                return;
            }
        }
    }

    /** A transaction by itself, when all others are over; returns what it has told. */
    String tellAtLast() throws SQLException {
        try (Connection connection = connections.pool().getConnection()) {
            connection.setAutoCommit(false);
            String id = tell(connection, name + "-last");
            connection.commit();
            connection.setAutoCommit(true);
            return id;
        }
    }

    /** How many transactions failed: nobody knows here what became of them. */
    int failures() {
        return failures;
    }

    /** Commits what is open. */
    void finish() {
        for (Writer writer : writers) {
            Connection connection = writer.connection;
            if (connection != null) {
                try {
                    connection.commit();
                    end(writer, connection);
                } catch (SQLException e) {
                    failures++;
                    abandon(writer);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        for (Writer writer : writers) {
            abandon(writer);
        }
        connections.close();
    }
}
