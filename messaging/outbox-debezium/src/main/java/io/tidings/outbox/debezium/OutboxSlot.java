package io.tidings.outbox.debezium;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The replication slot, and with it the relay's place in the log: PostgreSQL keeps it, so that no second note of it can
 * disagree.
 *
 * @param position before everything that has not been confirmed
 */
record OutboxSlot(String name, String schema, long position) {
    private static final Logger LOG = LoggerFactory.getLogger(OutboxSlot.class);

    /** Inserts only: that rows are deleted after they were sent is no news, and is not even decoded. */
    static final String PUBLICATION = "tidings_outbox";

    private static final String CREATE_PUBLICATION =
            "CREATE PUBLICATION " + PUBLICATION + " FOR TABLE tidings_outbox WITH (publish = 'insert')";

    private static final int LONGEST = 63;

    /** Finds publication and slot, or creates them. */
    static OutboxSlot open(DataSource database, String relay) throws SQLException {
        String name = nameFor(relay);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(true);
            String schema = one(
                    connection,
                    "SELECT relnamespace::regnamespace::text FROM pg_class WHERE oid = ?::regclass",
                    "tidings_outbox");
            if (one(connection, "SELECT count(*)::text FROM pg_publication WHERE pubname = ?", PUBLICATION)
                    .equals("0")) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(CREATE_PUBLICATION);
                }
            }
            String exists = "SELECT count(*)::text FROM pg_replication_slots WHERE slot_name = ?";
            if (one(connection, exists, name).equals("0")) {
                one(connection, "SELECT pg_create_logical_replication_slot(?, 'pgoutput')::text", name);
                LOG.info("Created replication slot {}", name);
            }
            String flushed = one(
                    connection,
                    "SELECT (confirmed_flush_lsn - '0/0'::pg_lsn)::text FROM pg_replication_slots WHERE slot_name = ?",
                    name);
            return new OutboxSlot(name, schema, Long.parseLong(flushed));
        }
    }

    /** Slots have names of lower case letters, digits and underscores. */
    private static String nameFor(String relay) {
        String name = "tidings_" + relay.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "_");
        if (name.length() > LONGEST) {
            throw new IllegalArgumentException("The name of relay '" + relay + "' is too long for a replication slot");
        }
        return name;
    }

    private static String one(Connection connection, String sql, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, argument);
            try (ResultSet result = statement.executeQuery()) {
                if (!result.next()) {
                    throw new SQLException("Nothing found: " + sql + " for " + argument);
                }
                return result.getString(1);
            }
        }
    }
}
