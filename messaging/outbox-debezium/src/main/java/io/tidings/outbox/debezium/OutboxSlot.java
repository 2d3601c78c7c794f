package io.tidings.outbox.debezium;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replication slot, and with it the relay's place in the log: PostgreSQL keeps it, so that no second note of it can
 * disagree.
 *
 * @param position before everything that has not been confirmed
 * @param loss why the slot before it was gone; null if it was not
 */
record OutboxSlot(
        String name, String schema, long position, @Nullable String loss) {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSlot.class);

    private static final String FIND = """
            SELECT database = current_database(), database, active_pid, wal_status = 'lost',
                   to_jsonb(s) ->> 'invalidation_reason'
            FROM pg_replication_slots s WHERE slot_name = ?
            """;

    private static final String CREATE = "SELECT pg_create_logical_replication_slot(?, 'pgoutput')";

    private static final String DROP = "SELECT pg_drop_replication_slot(?)";

    private static final String POSITION =
            "SELECT confirmed_flush_lsn - '0/0'::pg_lsn FROM pg_replication_slots WHERE slot_name = ?";

    private static final String END_READER = "SELECT pg_terminate_backend(?)";

    private static final String NO_RIGHT = "42501";
    private static final String UNDEFINED = "42704";
    private static final long END_WITHIN = TimeUnit.SECONDS.toNanos(5);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int LONGEST = 63;

    /** A slot as it was found. */
    private record Found(
            boolean here,
            String database,
            @Nullable Integer reader,
            boolean lost,
            @Nullable String reason) {}

    /**
     * Finds publication and slot, or creates them. Only for the one who leads: whoever else reads the slot is cut off.
     *
     * @param unreadable why the slot of that name cannot be read and must be made anew; null if nothing is known against it
     * @param making is run before one is made, which takes as long as the transactions that have written by then; not run if
     *     that of another is found
     */
    static OutboxSlot open(DataSource database, String relay, @Nullable String unreadable, Runnable making)
            throws SQLException {
        String name = nameFor(relay);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            SlotBook.create(connection);
            String schema = Publication.open(connection);
            boolean known = SlotBook.knows(connection, name, relay);
            Found found = find(connection, name);
            if (found != null && !found.here()) {
                throw SlotTakenException.byDatabase(name, found.database());
            }
            if (found != null && found.reader() != null) {
                cutOff(connection, name);
                // One that was still being made is gone with who made it.
                found = find(connection, name);
            }
            String loss = found == null || unreadable == null ? loss(known, found) : unreadable;
            if (loss != null) {
                // Before there is a new one: whoever dies in between names it again, and no loss is forgotten.
                SlotBook.enter(connection, name, relay);
                SlotBook.lost(connection, name, loss);
            }
            if (found != null && loss != null) {
                call(connection, DROP, name);
            }
            if (found == null || loss != null) {
                making.run();
                call(connection, CREATE, name);
                LOG.info("Created replication slot {}", name);
            }
            SlotBook.enter(connection, name, relay);
            return new OutboxSlot(name, schema, position(connection, name), loss);
        }
    }

    /** Slots have names of lower case letters, digits and underscores. */
    static String nameFor(String relay) {
        String name = "tidings_" + relay.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("The name of relay '" + relay + "' is too long for a replication slot");
        }
        return name;
    }

    /**
     * Why a slot can never be read, of what its reader has failed with; null if it may be read yet. PostgreSQL decodes each change with
     * the publication as it was then: one that was dropped, and made again later, does not help. What it says is translated, only
     * the name is not. A slot that is missing may be named so too; of one that is not there, nobody asks whether it can be read.
     */
    static @Nullable String unreadable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && UNDEFINED.equals(sql.getSQLState())
                    && String.valueOf(sql.getMessage()).contains(Publication.NAME)) {
                return "its log tells of a time without publication " + Publication.NAME;
            }
        }
        return null;
    }

    private static @Nullable Found find(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next()
                        ? new Found(
                                result.getBoolean(1),
                                result.getString(2),
                                result.getObject(3, Integer.class),
                                result.getBoolean(4),
                                result.getString(5))
                        : null;
            }
        }
    }

    private static @Nullable String loss(boolean known, @Nullable Found found) {
        if (found == null) {
            return known ? "it was dropped, or did not come along in a failover" : null;
        }
        if (found.reason() != null) {
            return "PostgreSQL has invalidated it: " + found.reason();
        }
        return found.lost() ? "PostgreSQL has discarded the log that it needs" : null;
    }

    /**
     * Whoever still reads was the leader, and may be a process that stands still: PostgreSQL would let it keep the slot until
     * {@code wal_sender_timeout}.
     */
    private static void cutOff(Connection connection, String name) throws SQLException {
        long end = System.nanoTime() + END_WITHIN;
        for (Found found = find(connection, name);
                found != null && found.reader() != null && System.nanoTime() < end;
                found = find(connection, name)) {
            try (PreparedStatement statement = connection.prepareStatement(END_READER)) {
                statement.setInt(1, found.reader());
                statement.execute();
            } catch (SQLException e) {
                if (!NO_RIGHT.equals(e.getSQLState())) {
                    throw e;
                }
                LOG.debug("Another user reads slot {}; it has to end by itself", name, e);
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private static void call(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            statement.execute();
        }
    }

    private static long position(Connection connection, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITION)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("Replication slot " + name + " was dropped just after it was created");
                }
                return result.getLong(1);
            }
        }
    }
}
