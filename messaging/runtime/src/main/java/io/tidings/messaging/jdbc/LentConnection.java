package io.tidings.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/**
 * A connection as a handler sees it: it may do everything on it but end the transaction, which is not its own. A handler that
 * committed would leave the message received and half of its effects undone.
 */
final class LentConnection {

    private LentConnection() {}

    static Connection of(Connection own) {
        return (Connection) Proxy.newProxyInstance(
                LentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> call(own, method, arguments));
    }

    private static Object call(Connection own, Method method, Object[] arguments) throws Throwable {
        if (ends(method, arguments)) {
            throw new IllegalStateException("A handler must not call " + method.getName()
                    + " on the connection it is given: its transaction is committed when the handler returns, and rolled"
                    + " back when it throws. Use savepoints for less, and a connection of its own for what is to stay");
        }
        try {
            return method.invoke(own, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static boolean ends(Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "commit", "close", "abort" -> true;
            case "rollback" -> method.getParameterCount() == 0;
            case "setAutoCommit" -> Boolean.TRUE.equals(arguments[0]);
            default -> false;
        };
    }
}
