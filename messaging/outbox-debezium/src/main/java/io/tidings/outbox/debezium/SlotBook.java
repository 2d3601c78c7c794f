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
            DO $upgrade$ BEGIN
            IF to_regclass('tidings_relay_slot') IS NOT NULL THEN
                ALTER TABLE tidings_relay_slot ADD COLUMN IF NOT EXISTS relay text;
            END IF;
            END $upgrade$;
            CREATE TABLE IF NOT EXISTS tidings_relay_slot (
                name         text PRIMARY KEY,
                relay        text,
                losses       int NOT NULL DEFAULT 0,
                lost_at      timestamptz,
                lost_because text
            );
            """;

    private static final String EXISTS = """
            SELECT count(*) > 0 FROM pg_attribute
            WHERE attrelid = to_regclass('tidings_relay_slot') AND attname = 'relay' AND NOT attisdropped
            """;

    private static final String OWNER = "SELECT relay FROM tidings_relay_slot WHERE name = ?";

    /** Who came before there were names in the book is whoever comes first now. */
    private static final String ENTER = """
            INSERT INTO tidings_relay_slot AS book (name, relay) VALUES (?, ?)
            ON CONFLICT (name) DO UPDATE SET relay = coalesce(book.relay, excluded.relay) RETURNING relay
            """;

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

    private static final String LOSSES =
            "SELECT losses, lost_at, lost_because, relay FROM tidings_relay_slot WHERE name = ?";

    /** What PostgreSQL says of a slot. */
    private record Kept(
            SlotStatus.State state, long bytes, @Nullable Long safe) {}

    /** What the book says of it. */
    private record Entry(
            int losses,
            SlotStatus.@Nullable Loss last,
            @Nullable String relay) {
        static final Entry NONE = new Entry(0, null, null);
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

    /**
     * Whether a relay has had this slot before.
     *
     * @throws SlotTakenException if that was a relay of another name
     */
    static boolean knows(Connection connection, String slot, String relay) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWNER)) {
            statement.setString(1, slot);
            try (ResultSet result = statement.executeQuery()) {
                boolean known = result.next();
                if (known) {
                    refuseOther(slot, result.getString(1), relay);
                }
                return known;
            }
        }
    }

    /**
     * Writes down whose it is.
     *
     * @throws SlotTakenException if a relay of another name has just done so
     */
    static void enter(Connection connection, String slot, String relay) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, slot);
            statement.setString(2, relay);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                refuseOther(slot, result.getString(1), relay);
            }
        }
    }

    private static void refuseOther(String slot, @Nullable String owner, String relay) {
        if (owner != null && !owner.equals(relay)) {
            throw SlotTakenException.byRelay(slot, owner, relay);
        }
    }

    static void lost(Connection connection, String slot, String reason) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOST)) {
            statement.setString(1, reason);
            statement.setString(2, slot);
            statement.executeUpdate();
        }
    }

    /** @throws SlotTakenException if it is that of a relay of another name */
    static SlotStatus status(Connection connection, String slot, String relay) throws SQLException {
        Kept kept = kept(connection, slot);
        Entry entry = exists(connection) ? entry(connection, slot) : Entry.NONE;
        refuseOther(slot, entry.relay(), relay);
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
                                : new SlotStatus.Loss(at.toInstant(), Objects.requireNonNull(result.getString(3))),
                        result.getString(4));
            }
        }
    }
}
