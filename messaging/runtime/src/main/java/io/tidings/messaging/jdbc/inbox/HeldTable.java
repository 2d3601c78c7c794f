package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The statements on {@code tidings_held}: messages that came before their turn, as they came. In PostgreSQL's words. Stateless. */
final class HeldTable {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_held (
                consumer       text NOT NULL,
                source         text NOT NULL,
                key            text NOT NULL,
                version        bigint NOT NULL,
                message_id     text NOT NULL,
                message_key    bytea,
                value          bytea,
                header_names   text[] NOT NULL,
                header_values  bytea[] NOT NULL,
                address        text NOT NULL,
                partition      int NOT NULL,
                message_offset bigint NOT NULL,
                sent_at        timestamptz NOT NULL,
                held_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
                failure        text,
                PRIMARY KEY (consumer, source, key, version)
            );
            CREATE INDEX IF NOT EXISTS tidings_held_age ON tidings_held (consumer, held_at);
            """;

    private static final String OF_LINE = " WHERE consumer = ? AND source = ? AND key = ?";

    private static final String HOLD = """
            INSERT INTO tidings_held (consumer, source, key, version, message_id, message_key, value, header_names,
                header_values, address, partition, message_offset, sent_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;

    private static final String AT = """
            SELECT message_id, message_key, value, header_names, header_values, address, partition, message_offset, sent_at
            FROM tidings_held""" + OF_LINE + " AND version = ?";

    private static final String FAILED = "UPDATE tidings_held SET failure = ?" + OF_LINE + " AND version = ?";

    private static final String RELEASE = "DELETE FROM tidings_held" + OF_LINE + " AND version <= ?";

    private static final String FIRST = "SELECT min(version) FROM tidings_held" + OF_LINE;

    private static final String WAITING = """
            SELECT source, key, overdue FROM (
                SELECT source, key, count(failure) AS failed, min(held_at) AS since,
                    min(held_at) < statement_timestamp() - ? * interval '1 millisecond' AS overdue
                FROM tidings_held WHERE consumer = ? GROUP BY source, key) AS lines
            WHERE overdue OR failed > 0 ORDER BY since LIMIT 1000
            """;

    /** A message that was held, and where it had been read. */
    record Held(EncodedMessage message, Received.Origin origin) {}

    /**
     * Messages of one key that are held.
     *
     * @param overdue whether they have waited for long enough; else one has failed when its turn had come
     */
    record Waiting(SequenceTable.Line line, boolean overdue) {}

    private HeldTable() {}

    static boolean hold(
            Connection connection,
            String consumer,
            SequenceTable.Line line,
            long version,
            EncodedMessage message,
            Received.Origin origin)
            throws SQLException {
        List<EncodedMessage.Header> headers = message.headers();
        try (PreparedStatement statement = connection.prepareStatement(HOLD)) {
            int next = line(statement, 1, consumer, line);
            statement.setLong(next++, version);
            statement.setString(next++, message.id());
            statement.setBytes(next++, message.key());
            statement.setBytes(next++, message.value());
            statement.setArray(
                    next++,
                    connection.createArrayOf(
                            "text",
                            headers.stream().map(EncodedMessage.Header::name).toArray()));
            statement.setArray(
                    next++,
                    connection.createArrayOf(
                            "bytea",
                            headers.stream().map(EncodedMessage.Header::value).toArray(byte[][]::new)));
            statement.setString(next++, origin.address());
            statement.setInt(next++, origin.partition());
            statement.setLong(next++, origin.offset());
            statement.setTimestamp(next, Timestamp.from(origin.timestamp()));
            return statement.executeUpdate() == 1;
        }
    }

    static Optional<Held> at(Connection connection, String consumer, SequenceTable.Line line, long version)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AT)) {
            statement.setLong(line(statement, 1, consumer, line), version);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(held(row)) : Optional.empty();
            }
        }
    }

    private static Held held(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray(4).getArray();
        byte[][] values = (byte[][]) row.getArray(5).getArray();
        List<EncodedMessage.Header> headers = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            headers.add(new EncodedMessage.Header(names[i], values[i]));
        }
        String address = row.getString(6);
        return new Held(
                new EncodedMessage(row.getString(1), address, row.getBytes(2), row.getBytes(3), headers),
                new Received.Origin(
                        address,
                        row.getInt(7),
                        row.getLong(8),
                        row.getTimestamp(9).toInstant()));
    }

    /** Notes why one could not be handled when its turn had come. */
    static void failed(Connection connection, String consumer, SequenceTable.Line line, long version, String failure)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FAILED)) {
            statement.setString(1, failure.replace('\0', ' '));
            statement.setLong(line(statement, 2, consumer, line), version);
            int unused = statement.executeUpdate();
        }
    }

    /** Forgets what was handled, and what came before it. */
    static void release(Connection connection, String consumer, SequenceTable.Line line, long version)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RELEASE)) {
            statement.setLong(line(statement, 1, consumer, line), version);
            int unused = statement.executeUpdate();
        }
    }

    /** The lowest version that is held. */
    static OptionalLong first(Connection connection, String consumer, SequenceTable.Line line) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIRST)) {
            int unused = line(statement, 1, consumer, line);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long version = row.getLong(1);
                return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(version);
            }
        }
    }

    /** What has waited for longer than that, or failed when its turn had come; the oldest first. */
    static List<Waiting> waiting(Connection connection, String consumer, Duration longer) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WAITING)) {
            statement.setLong(1, longer.toMillis());
            statement.setString(2, consumer);
            List<Waiting> lines = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    SequenceTable.Line line = new SequenceTable.Line(rows.getString(1), rows.getString(2));
                    lines.add(new Waiting(line, rows.getBoolean(3)));
                }
            }
            return lines;
        }
    }

    /** Where the next parameter is. */
    private static int line(PreparedStatement statement, int first, String consumer, SequenceTable.Line line)
            throws SQLException {
        statement.setString(first, consumer);
        statement.setString(first + 1, line.source());
        statement.setString(first + 2, line.key());
        return first + 3;
    }
}
