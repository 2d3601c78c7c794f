package io.tidings.outbox.debezium;

import io.tidings.messaging.jdbc.Tables;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of slots, so that one that is gone can be told from one that never was. Also asks how they are. Stateless.
 */
final class SlotBook {
    static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_relay_slot (
                name         text PRIMARY KEY,
                losses       int NOT NULL DEFAULT 0,
                lost_at      timestamptz,
                lost_because text
            );
            """;

    private static final String EXISTS = "SELECT to_regclass('tidings_relay_slot') IS NOT NULL";

    private static final String KNOWN = "SELECT count(*) FROM tidings_relay_slot WHERE name = ?";

    private static final String ENTER = "INSERT INTO tidings_relay_slot (name) VALUES (?) ON CONFLICT DO NOTHING";

    private static final String LOST = """
            UPDATE tidings_relay_slot SET losses = losses + 1, lost_at = clock_timestamp(), lost_because = ?
            WHERE name = ?
            """;

    /** By way of JSON, since a column that a version does not have would be an error: 17 has invalidation_reason. */
    private static final String STATE = """
            SELECT CASE WHEN wal_status = 'lost' OR to_jsonb(s) ->> 'invalidation_reason' IS NOT NULL THEN 'LOST'
                        WHEN wal_status = 'unreserved' THEN 'ENDANGERED'
                        WHEN active THEN 'READ'
                        ELSE 'KEPT' END,
                   coalesce(pg_current_wal_lsn() - restart_lsn, 0)::bigint,
                   safe_wal_size
            FROM pg_replication_slots s WHERE slot_name = ?
            """;

    private static final String LOSSES = "SELECT losses, lost_at, lost_because FROM tidings_relay_slot WHERE name = ?";

    /** What PostgreSQL says of a slot. */
    private record Kept(
            SlotStatus.State state, long bytes, @Nullable Long safe) {}

    /** What the book says of it. */
    private record Entry(int losses, SlotStatus.@Nullable Loss last) {
        static final Entry NONE = new Entry(0, null);
    }

    private SlotBook() {}

    /** Who may not create tables may have had this one made. */
    static void create(Connection connection) throws SQLException {
        if (!exists(connection)) {
            Tables.create(connection, DDL);
        }
    }

    private static boolean exists(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EXISTS);
                ResultSet result = statement.executeQuery()) {
            return result.next() && result.getBoolean(1);
        }
    }

    static boolean knows(Connection connection, String slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KNOWN)) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getInt(1) > 0;
            }
        }
    }

    static void enter(Connection connection, String slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, slot);
            statement.executeUpdate();
        }
    }

    static void lost(Connection connection, String slot, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOST)) {
            statement.setString(1, reason);
            statement.setString(2, slot);
            statement.executeUpdate();
        }
    }

    static SlotStatus status(Connection connection, String slot) throws SQLException {
        Kept kept = kept(connection, slot);
        Entry entry = exists(connection) ? entry(connection, slot) : Entry.NONE;
        return new SlotStatus(slot, kept.state(), kept.bytes(), kept.safe(), entry.losses(), entry.last());
    }

    private static Kept kept(Connection connection, String slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE)) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return new Kept(SlotStatus.State.MISSING, 0, null);
                }
                return new Kept(
                        SlotStatus.State.valueOf(result.getString(1)),
                        result.getLong(2),
                        result.getObject(3, Long.class));
            }
        }
    }

    private static Entry entry(Connection connection, String slot) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOSSES)) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    return Entry.NONE;
                }
                Timestamp at = result.getTimestamp(2);
                return new Entry(
                        result.getInt(1),
                        at == null
                                ? null
                                : new SlotStatus.Loss(at.toInstant(), Objects.requireNonNull(result.getString(3))));
            }
        }
    }
}
