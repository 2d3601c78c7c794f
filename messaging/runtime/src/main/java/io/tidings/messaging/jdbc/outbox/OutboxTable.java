package io.tidings.messaging.jdbc.outbox;

import io.tidings.messaging.EncodedMessage;
import java.nio.ByteBuffer;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements on {@code tidings_outbox}, in PostgreSQL's words. For relays. Stateless. */
public final class OutboxTable {
    static final String DDL = """
            -- The id must grow with the transactions of one key: no session may draw ids ahead (CACHE 1).
            CREATE TABLE IF NOT EXISTS tidings_outbox (
                id            bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
                message_id    text NOT NULL,
                address       text NOT NULL,
                key           bytea,
                value         bytea,
                headers       bytea NOT NULL,
                slot          smallint NOT NULL,
                created_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
                sent_at       timestamptz,
                barred_reason text
            );
            -- What waits is read in the order of ids, by one relay or by one for each part of the slots.
            CREATE INDEX IF NOT EXISTS tidings_outbox_unsent ON tidings_outbox (id)
                WHERE sent_at IS NULL AND barred_reason IS NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_unsent_slot ON tidings_outbox (slot, id)
                WHERE sent_at IS NULL AND barred_reason IS NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_barred ON tidings_outbox (slot, id)
                WHERE barred_reason IS NOT NULL;
            CREATE INDEX IF NOT EXISTS tidings_outbox_sent ON tidings_outbox (sent_at) WHERE sent_at IS NOT NULL;
            """;

    /** Who relays: how many shards the relays of a name have, who leads which, and who is there. */
    static final String LEASE = """
            CREATE TABLE IF NOT EXISTS tidings_relay_layout (
                name       text PRIMARY KEY,
                shards     smallint NOT NULL,
                unfenced   smallint NOT NULL,
                owner      text NOT NULL,
                expires_at timestamptz NOT NULL
            );
            CREATE TABLE IF NOT EXISTS tidings_relay_lease (
                name       text NOT NULL,
                shard      smallint NOT NULL,
                owner      text NOT NULL,
                epoch      bigint NOT NULL,
                expires_at timestamptz NOT NULL,
                PRIMARY KEY (name, shard)
            );
            CREATE TABLE IF NOT EXISTS tidings_relay_member (
                name       text NOT NULL,
                owner      text NOT NULL,
                expires_at timestamptz NOT NULL,
                PRIMARY KEY (name, owner)
            );
            """;

    private static final String INSERT =
            "INSERT INTO tidings_outbox (message_id, address, key, value, headers, slot) VALUES (?, ?, ?, ?, ?, ?)";

    /** Barred rows are few, and have an index of their own: for most rows the inner look-up finds it empty. */
    private static final String SENDABLE = """
            FROM tidings_outbox o
            WHERE sent_at IS NULL AND barred_reason IS NULL AND address <> ALL (?) AND NOT EXISTS (
                SELECT 1 FROM tidings_outbox b
                WHERE b.barred_reason IS NOT NULL AND b.slot = o.slot AND b.id < o.id
                    AND b.address = o.address AND b.key = o.key)
            """;

    private static final String UNSENT =
            "SELECT id, message_id, address, key, value, headers " + SENDABLE + " ORDER BY id LIMIT ?";

    private static final String OLDEST_UNSENT = "SELECT id " + SENDABLE + " ORDER BY id LIMIT 1";

    private static final String BARRED = "SELECT id, address, key FROM tidings_outbox WHERE barred_reason IS NOT NULL";

    private static final String ONE_SNAPSHOT = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY";

    private static final String DELETE = "DELETE FROM tidings_outbox WHERE id = ANY (?) RETURNING id";

    private static final String BAR = "UPDATE tidings_outbox SET barred_reason = ? WHERE id = ?";

    private static final String RETRY =
            "UPDATE tidings_outbox SET barred_reason = NULL WHERE barred_reason IS NOT NULL";

    /** Two of them look at an index that holds nothing else; the oldest is the first, nearly: ids are drawn with the time. */
    private static final String COUNTS = """
            SELECT (SELECT count(*) FROM tidings_outbox WHERE sent_at IS NULL AND barred_reason IS NULL),
                   (SELECT count(*) FROM tidings_outbox WHERE barred_reason IS NOT NULL),
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at) * 1000 FROM tidings_outbox
                       WHERE sent_at IS NULL AND barred_reason IS NULL ORDER BY id LIMIT 1), 0)::bigint
            """;

    /** A batch of large messages ends early, so that it neither fills the heap nor outlasts the broker's time-out. */
    private static final int BATCH_BYTES = 16 << 20;

    private static final int FETCH_SIZE = 100;

    /** How much waits, and since when. */
    public record Counts(long backlog, long barred, Duration oldestAge) {}

    /** Rows that may be sent; {@code all} if they are all of them. */
    private record Sendable(List<OutboxRow> rows, boolean all) {}

    /** Rows that are barred, and the keys that they hold back. */
    private record Barred(Set<Long> ids, Set<OutboxRow.Line> lines) {}

    /**
     * What one snapshot of the table shows.
     *
     * @param rows that may be sent now, in order
     * @param all whether these are all of them
     * @param snapshot {@code pg_current_snapshot()}
     * @param barred ids of rows that can never be sent
     * @param held keys that they hold back
     */
    public record Picture(
            List<OutboxRow> rows, boolean all, String snapshot, Set<Long> barred, Set<OutboxRow.Line> held) {}

    /**
     * A glance at the table.
     *
     * @param oldest id of the first row that may be sent; null if none may
     * @param barred ids of rows that can never be sent
     */
    public record Glance(@Nullable Long oldest, Set<Long> barred) {}

    private OutboxTable() {}

    static void insert(Connection connection, EncodedMessage message) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, message.id());
            statement.setString(2, message.address());
            statement.setBytes(3, message.key());
            statement.setBytes(4, message.value());
            statement.setBytes(5, OutboxHeaders.encode(message.headers()));
            statement.setShort(6, Slot.of(message.key(), message.id()));
            statement.executeUpdate();
        }
    }

    /**
     * What may be sent now, in order. Rows that other transactions have not committed come in a later call.
     *
     * @param except addresses that do not exist
     */
    public static List<OutboxRow> unsent(Connection connection, Set<String> except, int limit) throws SQLException {
        return sendable(connection, except, limit).rows();
    }

    private static Sendable sendable(Connection connection, Set<String> except, int limit) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(UNSENT)) {
            statement.setArray(1, texts(connection, except));
            statement.setInt(2, limit);
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet result = statement.executeQuery()) {
                long bytes = 0;
                while (bytes < BATCH_BYTES && result.next()) {
                    OutboxRow row = row(result);
                    rows.add(row);
                    byte[] value = row.message().value();
                    bytes += value == null ? 0 : value.length;
                }
                return new Sendable(rows, bytes < BATCH_BYTES && rows.size() < limit);
            }
        }
    }

    private static Array texts(Connection connection, Set<String> texts) throws SQLException {
        return connection.createArrayOf("text", texts.toArray());
    }

    private static OutboxRow row(ResultSet result) throws SQLException {
        return new OutboxRow(
                result.getLong(1),
                new EncodedMessage(
                        result.getString(2),
                        result.getString(3),
                        result.getBytes(4),
                        result.getBytes(5),
                        OutboxHeaders.decode(result.getBytes(6))));
    }

    /** Deletes rows; the ids of those that were there are returned. */
    public static Set<Long> delete(Connection connection, Collection<Long> ids) throws SQLException {
        Set<Long> deleted = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    deleted.add(result.getLong(1));
                }
            }
        }
        return deleted;
    }

    /**
     * What may be sent and what is barred, at one moment: were they read at two, a row that is released in between would be
     * in neither. Must be the first in its transaction.
     */
    public static Picture picture(Connection connection, Set<String> except, int limit) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_SNAPSHOT);
        }
        Sendable sendable = sendable(connection, except, limit);
        Barred barred = barred(connection);
        try (PreparedStatement statement = connection.prepareStatement("SELECT pg_current_snapshot()::text");
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Picture(sendable.rows(), sendable.all(), result.getString(1), barred.ids(), barred.lines());
        }
    }

    /** What waits and what is barred; not of one moment. */
    public static Glance glance(Connection connection, Set<String> except) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OLDEST_UNSENT)) {
            statement.setArray(1, texts(connection, except));
            try (ResultSet result = statement.executeQuery()) {
                Long oldest = result.next() ? result.getLong(1) : null;
                return new Glance(oldest, barred(connection).ids());
            }
        }
    }

    private static Barred barred(Connection connection) throws SQLException {
        Set<Long> ids = new HashSet<>();
        Set<OutboxRow.Line> lines = new HashSet<>();
        try (PreparedStatement statement = connection.prepareStatement(BARRED);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                ids.add(result.getLong(1));
                byte[] key = result.getBytes(3);
                if (key != null) {
                    lines.add(new OutboxRow.Line(result.getString(2), ByteBuffer.wrap(key)));
                }
            }
        }
        return new Barred(ids, lines);
    }

    /** Marks a row; false if it is not there. */
    public static boolean bar(Connection connection, long id, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(BAR)) {
            statement.setString(1, reason);
            statement.setLong(2, id);
            return statement.executeUpdate() == 1;
        }
    }

    static int retryBarred(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RETRY)) {
            return statement.executeUpdate();
        }
    }

    public static Counts counts(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COUNTS);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new Counts(result.getLong(1), result.getLong(2), Duration.ofMillis(result.getLong(3)));
        }
    }
}
