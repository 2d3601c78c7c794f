package io.tidings.messaging.jdbc;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which failures of a database pass by themselves. By SQLState (ISO 9075 classes; PostgreSQL's Appendix A). For the rooms of this package.
 * Stateless. */
public final class SqlFailures {
    /** Connection exception, transaction rollback (deadlock, serialization), insufficient resources. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53");

    /** Lock not available, and cancelled by a statement time-out or an operator. */
    private static final Set<String> TRANSIENT_STATES = Set.of("55P03", "57014");

    /** Data exception, constraint violation, and too large for an index: it is this value that does not fit. */
    private static final Set<String> VALUE_CLASSES = Set.of("22", "23", "54");

    private static final String UNDEFINED_TABLE = "42P01";

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
                || isTransientState(failure.getSQLState());
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && (TRANSIENT_CLASSES.contains(classOf(state))
                        || state.startsWith("57P") // the server shuts down, or an operator ended the session
                        || TRANSIENT_STATES.contains(state));
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
        String hint = UNDEFINED_TABLE.equals(failure.getSQLState())
                ? " Create the tables with createTables(connection), or apply what ddl() says."
                : "";
        return doing + " failed: " + failure.getMessage() + hint;
    }

    private static String classOf(String state) {
        return state.length() < 2 ? state : state.substring(0, 2);
    }
}
