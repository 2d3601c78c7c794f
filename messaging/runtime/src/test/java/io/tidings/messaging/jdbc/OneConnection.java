package io.tidings.messaging.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The smallest pool: one connection that is lent again and again, and replaced only after a borrower found it broken. */
public final class OneConnection {
    private final DataSource source;
    private @Nullable Connection kept;

    private OneConnection(DataSource source) {
        this.source = source;
    }

    public static DataSource over(DataSource source) {
        OneConnection pool = new OneConnection(source);
        return (DataSource) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) ->
                        method.getName().equals("getConnection") ? pool.lend() : method.invoke(source, arguments));
    }

    private synchronized Connection lend() throws SQLException {
        Connection lent = kept == null || kept.isClosed() ? source.getConnection() : kept;
        kept = null;
        return (Connection) Proxy.newProxyInstance(
                OneConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        giveBack(lent);
                        return null;
                    }
                    try {
                        return method.invoke(lent, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    private synchronized void giveBack(Connection connection) throws SQLException {
        if (kept == null) {
            kept = connection;
        } else {
            connection.close();
        }
    }
}
