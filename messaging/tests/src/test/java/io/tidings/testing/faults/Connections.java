package io.tidings.testing.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A small pool: a connection per message would test PostgreSQL's forking. One that failed is closed; one that went stale while it
 * waited fails its next user, as in any pool. It also knows when a relay is about to commit. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private final DataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(String url) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        // A connection whose server does not answer must fail some time.
        server.setSocketTimeout(5);
        server.setConnectTimeout(5);
        server.setLoginTimeout(5);
        this.source = server;
    }

    DataSource pool() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            if (method.getName().equals("getConnection")) {
                Connection waiting = idle.pollFirst();
                return lend(waiting == null || waiting.isClosed() ? source.getConnection() : waiting);
            }
            return method.invoke(source, arguments);
        });
    }

    private Connection lend(Connection connection) {
        boolean[] broken = {false};
        boolean[] deletes = {false};
        return proxy(Connection.class, (proxy, method, arguments) -> {
            switch (method.getName()) {
                case "close" -> {
                    giveBack(connection, broken[0]);
                    return null;
                }
                case "prepareStatement" ->
                    deletes[0] |= String.valueOf(arguments[0]).stripLeading().startsWith("DELETE FROM tidings_outbox");
                case "commit" -> {
                    if (deletes[0]) {
                        KillPoint.RELAY_DELETED.reach();
                    }
                }
                default -> {}
            }
            try {
                return method.invoke(connection, arguments);
            } catch (InvocationTargetException e) {
                broken[0] = true;
                throw e;
            }
        });
    }

    private void giveBack(Connection connection, boolean broken) throws SQLException {
        if (broken || connection.isClosed() || !connection.getAutoCommit()) {
            connection.close();
        } else {
            idle.addFirst(connection);
        }
    }

    @Override
    public void close() throws SQLException {
        for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
            connection.close();
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
        return type.cast(Proxy.newProxyInstance(Connections.class.getClassLoader(), new Class<?>[] {type}, unwrapping));
    }
}
