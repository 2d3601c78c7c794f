package io.tidings.messaging.jdbc.republish;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import io.tidings.messaging.jdbc.Transaction;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.owner.Entity;
import io.tidings.messaging.owner.RepublishProgress;
import io.tidings.messaging.owner.RepublishTurn;
import io.tidings.messaging.owner.RepublishTurns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A page of entities, their messages in the outbox and the progress, in one transaction: a crash leaves all of them or none.
 * Two instances that run a republication of one name take turns. PostgreSQL. Safe for use by several threads.
 */
public final class JdbcRepublish<K, V> implements RepublishTurns<K, V> {

    private static final String DDL = """
            CREATE TABLE IF NOT EXISTS tidings_republish (
                name       text NOT NULL,
                place      text,
                published  bigint NOT NULL DEFAULT 0,
                done       boolean NOT NULL DEFAULT false,
                updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
                PRIMARY KEY (name)
            );
            """;

    private static final String BEGIN = "INSERT INTO tidings_republish (name) VALUES (?) ON CONFLICT DO NOTHING";
    private static final String READ = "SELECT place, published, done FROM tidings_republish WHERE name = ? FOR UPDATE";
    private static final String KEEP = """
            UPDATE tidings_republish SET place = ?, published = ?, done = ?, updated_at = clock_timestamp() WHERE name = ?
            """;

    private final DataSource database;
    private final JdbcOutbox outbox;
    private final String name;
    private final EntityQuery<K, V> entities;
    private final Runnable afterCommit;

    /**
     * Turns in this database.
     *
     * @param name of the republication
     * @param afterCommit wakes the relay, or does nothing
     */
    public JdbcRepublish(
            DataSource database, JdbcOutbox outbox, String name, EntityQuery<K, V> entities, Runnable afterCommit) {
        this.database = database;
        this.outbox = outbox;
        this.name = name;
        this.entities = entities;
        this.afterCommit = afterCommit;
    }

    /** Creates the table of progress where it is missing; as {@link JdbcOutbox#createTables}. */
    public static void createTables(Connection connection) {
        Tables.create(connection, DDL);
    }

    /** The same for those who apply it by hand. */
    public static String ddl() {
        return DDL;
    }

    @Override
    public <T> T take(Function<RepublishTurn<K, V>, T> work) {
        try {
            T done = Transaction.<T, SQLException>readCommitted(database, connection -> work.apply(turn(connection)));
            afterCommit.run();
            return done;
        } catch (SQLException e) {
            throw SqlFailures.translate("Republication '" + name + "'", e);
        }
    }

    private RepublishTurn<K, V> turn(Connection connection) throws SQLException {
        RepublishProgress progress = begin(connection);
        return new RepublishTurn<>() {
            @Override
            public RepublishProgress progress() {
                return progress;
            }

            @Override
            public List<Entity<K, V>> after(@Nullable String place, int limit) {
                try {
                    return entities.after(connection, place, limit);
                } catch (SQLException e) {
                    throw SqlFailures.translate("Reading entities for republication '" + name + "'", e);
                }
            }

            @Override
            public MessageSink sink() {
                return outbox.in(connection);
            }

            @Override
            public void keep(RepublishProgress now) {
                try (PreparedStatement statement = connection.prepareStatement(KEEP)) {
                    statement.setString(1, now.place());
                    statement.setLong(2, now.published());
                    statement.setBoolean(3, now.done());
                    statement.setString(4, name);
                    statement.executeUpdate();
                } catch (SQLException e) {
                    throw SqlFailures.translate("Recording republication '" + name + "'", e);
                }
            }
        };
    }

    /** The row, locked: whoever else runs the same republication waits, and then goes on behind this page. */
    private RepublishProgress begin(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(BEGIN)) {
            insert.setString(1, name);
            insert.executeUpdate();
        }
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setString(1, name);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return new RepublishProgress(row.getString(1), row.getLong(2), row.getBoolean(3));
            }
        }
    }
}
