package io.tidings.messaging.jdbc.accepted;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * A database whose connection breaks: before a statement is prepared, before a commit, or after a commit, when the service does not
 * learn that it was done.
 */
final class BreakingConnection {

    private BreakingConnection() {}

    /** Asks before each statement, and before and after each commit, whether the connection breaks there. */
    static DataSource over(DataSource source, BooleanSupplier breaks) {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object result = method.invoke(source, arguments);
            return result instanceof Connection connection ? over(connection, breaks) : result;
        });
    }

    private static Connection over(Connection connection, BooleanSupplier breaks) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean commit = method.getName().equals("commit");
            if (commit || method.getName().endsWith("Statement")) {
                breakIf(breaks, connection);
            }
            Object result = method.invoke(connection, arguments);
            if (commit) {
                breakIf(breaks, connection);
            }
            return result;
        });
    }

    private static void breakIf(BooleanSupplier breaks, Connection connection) throws SQLException {
        if (breaks.getAsBoolean()) {
            connection.abort(Runnable::run);
            throw new SQLException("The connection broke", "08006");
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        InvocationHandler unwrapping = (proxy, method, arguments) -> {
            try {
                return handler.invoke(proxy, method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
        return type.cast(
                Proxy.newProxyInstance(BreakingConnection.class.getClassLoader(), new Class<?>[] {type}, unwrapping));
    }
}
