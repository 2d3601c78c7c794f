package io.tidings.messaging.jdbc;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which failures of a database pass by themselves. By SQLState (ISO 9075 classes; PostgreSQL's Appendix A). For the rooms of
 * this package. Stateless.
 */
public final class SqlFailures {
    /** Connection exception, transaction rollback (deadlock, serialization), insufficient resources. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53");

    /**
     * Lock not available, cancelled by a statement time-out or an operator, session ended since its transaction stood still
     * or took too long; of H2, locked, changed, broken and closed.
     */
    private static final Set<String> TRANSIENT_STATES =
            Set.of("55P03", "57014", "25P03", "25P04", "HYT00", "90131", "90067", "90098", "90121");

    /** Of MariaDB, which has no SQLState for them: a lock that was waited for in vain, and a record that has changed. */
    private static final Set<Integer> TRANSIENT_IN_MARIADB = Set.of(1205, 1020);

    private static final String GENERAL = "HY000";

    /** Data exception, constraint violation, and too large for an index: it is this value that does not fit. */
    private static final Set<String> VALUE_CLASSES = Set.of("22", "23", "54");

    /** Transaction rollback: the database has undone all of it, and asks to repeat it. */
    private static final String ROLLBACK_CLASS = "40";

    private static final String COMPLETION_UNKNOWN = "40003";

    /** The connection broke, or the driver has no word for it. */
    private static final Set<String> NO_ANSWER = Set.of("08", "HY", "");

    /** The server shuts down, or an operator ended the session. */
    private static final String SESSION_ENDED = "57P";

    private static final Set<String> UNDEFINED_TABLE = Set.of("42P01", "42S02");
    private static final Set<String> UNDEFINED_COLUMN = Set.of("42703", "42S22");
    private static final String NO_RIGHT = "42501";
    private static final String READ_ONLY = "25006";
    private static final String ABORTED = "25P02";

    /** Where in the statement, which nobody of those who read the message has written. */
    private static final Pattern POSITION = Pattern.compile("\\s+Position: \\d+");

    private static final Pattern DENIED = Pattern.compile("denied for (?:table|relation) \"?(\\w+)");

    /** Causes may be cyclic; nobody nests this deep. */
    private static final int DEEPEST = 32;

    private SqlFailures() {}

    /** The first passing failure in a chain of causes, for those whose libraries wrap what the driver throws. */
    public static Optional<SQLException> transientCause(Throwable failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at instanceof SQLException sql && isTransient(sql)) {
                return Optional.of(sql);
            }
            at = at.getCause();
        }
        return Optional.empty();
    }

    public static boolean isTransient(SQLException failure) {
        return failure instanceof SQLTransientException // pools throw it when they time out
                || failure instanceof SQLRecoverableException
                || isTransientState(failure.getSQLState())
                || (GENERAL.equals(failure.getSQLState()) && TRANSIENT_IN_MARIADB.contains(failure.getErrorCode()));
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && (TRANSIENT_CLASSES.contains(classOf(state))
                        || state.startsWith(SESSION_ENDED)
                        || TRANSIENT_STATES.contains(state));
    }

    /** Whether the database has rolled the transaction back, and the same may succeed at once: deadlock, serialization. */
    public static boolean asksToRepeat(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && classOf(state).equals(ROLLBACK_CLASS) && !state.equals(COMPLETION_UNKNOWN);
    }

    /** Whether the database has said no, as opposed to nothing. Of a commit: whether it surely did not happen. */
    public static boolean isRefusal(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && !NO_ANSWER.contains(classOf(state))
                && !state.startsWith(SESSION_ENDED)
                && !state.equals(COMPLETION_UNKNOWN)
                && !(failure instanceof SQLRecoverableException);
    }

    /** What a caller of ours is told. */
    public static RuntimeException translate(String doing, SQLException failure) {
        String message = describe(doing, failure);
        String state = failure.getSQLState();
        if (isTransient(failure)) {
            return new TransientMessagingException(message, failure);
        }
        if (state != null && VALUE_CLASSES.contains(classOf(state))) {
            return new PoisonMessageException(message, failure);
        }
        return new IllegalStateException(message, failure);
    }

    public static String describe(String doing, SQLException failure) {
        String reason = String.valueOf(failure.getMessage());
        String told = doing + " failed: " + POSITION.matcher(reason).replaceAll("");
        String wayOut = wayOut(failure.getSQLState(), reason);
        return wayOut.isEmpty() || told.endsWith(".") ? told + wayOut : told + "." + wayOut;
    }

    private static String wayOut(@Nullable String state, String reason) {
        if (state != null && UNDEFINED_TABLE.contains(state)) {
            return " Create the tables: a service by createTables(connection), an operator by the SQL in the jar"
                    + " messaging-runtime, tidings/postgresql/*.sql, which is what ddl() says. If they are there, it is in another"
                    + " schema or database: look at the search path (currentSchema in the URL).";
        }
        if (state != null && UNDEFINED_COLUMN.contains(state)) {
            return " Is the table of an earlier version? checkTables(connection) says what is missing, createTables(connection)"
                    + " upgrades it.";
        }
        if (NO_RIGHT.equals(state)) {
            return missingGrant(reason);
        }
        if (ABORTED.equals(state)) {
            return " A statement before it failed, and nobody threw that on: nothing of this transaction can be committed.";
        }
        if (READ_ONLY.equals(state)) {
            return " Is this a replica, or did somebody call setReadOnly(true)?";
        }
        return "";
    }

    private static String missingGrant(String reason) {
        Matcher denied = DENIED.matcher(reason);
        if (denied.find()) {
            return " Whoever owns it should GRANT SELECT, INSERT, UPDATE, DELETE ON " + denied.group(1)
                    + " TO the user of this connection, and on the other tables of Tidings too: checkTables(connection) names"
                    + " what is missing.";
        }
        return " Let a user who may do that call createTables(connection), or apply the SQL in the jar messaging-runtime,"
                + " tidings/postgresql/*.sql, which is what ddl() says.";
    }

    /** Whether a table is missing, too old, or not for this user: what a look at the tables tells better. */
    public static boolean isAboutTables(SQLException failure) {
        String state = failure.getSQLState();
        return state != null
                && (UNDEFINED_TABLE.contains(state) || UNDEFINED_COLUMN.contains(state) || NO_RIGHT.equals(state));
    }

    private static String classOf(String state) {
        return state.length() < 2 ? state : state.substring(0, 2);
    }
}
