package io.tidings.messaging.jdbc;

import io.tidings.messaging.jdbc.layout.ColumnCheck;
import io.tidings.messaging.jdbc.layout.Layout;
import io.tidings.messaging.jdbc.layout.LayoutCheck;
import io.tidings.messaging.jdbc.layout.LayoutDifference;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;

/** Creates tables, brings older ones up to date, and checks them. For the rooms of this package. Stateless. */
public final class Tables {
    /** Two sessions that run CREATE … IF NOT EXISTS at once can both miss it, and one fails: they queue up behind this. */
    private static final long LOCK = 0x7469_6469_6e67_7301L;

    /** What only relays of several shards need. */
    private static final Set<String> POSTGRESQL_ALONE = Set.of("tidings_relay_layout", "tidings_relay_member");

    private Tables() {}

    /**
     * Creates what is missing and upgrades what is older, all or nothing: in a transaction of its own if the connection commits
     * by itself, else as part of the caller's. Where all is as it should be, it only looks, which needs no rights to create.
     *
     * @throws LayoutMismatchException if something is there that neither can be built upon nor be upgraded
     */
    public static void create(Connection connection, String ddl) {
        try {
            if (!differences(connection, ddl).isEmpty()) {
                if (connection.getAutoCommit()) {
                    Transaction.<Boolean, SQLException>run(connection, own -> apply(own, ddl));
                } else {
                    apply(connection, ddl);
                }
            }
        } catch (SQLException e) {
            throw SqlFailures.translate("Creating the tables of Tidings", e);
        }
    }

    /**
     * The same for a database of any kind. But for PostgreSQL they commit whatever transaction they are called in, and so
     * refuse one.
     *
     * @param ddl PostgreSQL's, of which the others take only the names
     * @param script in the jar, with what the others execute
     */
    public static void create(Connection connection, String ddl, String script) {
        try {
            Dialect dialect = Dialect.of(connection);
            if (dialect == Dialect.POSTGRESQL) {
                create(connection, ddl);
                return;
            }
            if (missing(connection, ddl).isEmpty()) {
                return;
            }
            if (!connection.getAutoCommit()) {
                throw new IllegalStateException("Creating tables commits on " + dialect
                        + ", whatever else the transaction has done: use a connection that commits by itself");
            }
            try (Statement statement = connection.createStatement()) {
                for (String each :
                        dialect.script(script).replaceAll("(?m)--.*$", "").split(";", -1)) {
                    if (!each.isBlank()) {
                        statement.execute(each);
                    }
                }
            }
            refuse(missing(connection, ddl));
        } catch (SQLException e) {
            throw SqlFailures.translate("Creating the tables of Tidings", e);
        }
    }

    private static List<LayoutDifference> missing(Connection connection, String ddl) throws SQLException {
        return ColumnCheck.differences(connection, Layout.read(ddl), POSTGRESQL_ALONE);
    }

    /** Compares tables with what they should be, in a database of any kind; but for PostgreSQL only names are compared. */
    public static void checkAny(Connection connection, String ddl) {
        try {
            refuse(
                    Dialect.of(connection) == Dialect.POSTGRESQL
                            ? differences(connection, ddl)
                            : missing(connection, ddl));
        } catch (SQLException e) {
            throw SqlFailures.translate("Looking at the tables of Tidings", e);
        }
    }

    /**
     * Compares tables with what they should be.
     *
     * @throws LayoutMismatchException if anything is missing or different
     */
    public static void check(Connection connection, String ddl) {
        try {
            refuse(differences(connection, ddl));
        } catch (SQLException e) {
            throw SqlFailures.translate("Looking at the tables of Tidings", e);
        }
    }

    private static List<LayoutDifference> differences(Connection connection, String ddl) throws SQLException {
        Dialect.requirePostgres(connection, "These tables");
        return LayoutCheck.differences(connection, Layout.read(ddl));
    }

    private static void refuse(List<LayoutDifference> differences) {
        if (!differences.isEmpty()) {
            throw new LayoutMismatchException(differences);
        }
    }

    private static boolean apply(Connection connection, String ddl) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            lock.execute();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(ddl);
        }
        refuse(differences(connection, ddl));
        return true;
    }
}
