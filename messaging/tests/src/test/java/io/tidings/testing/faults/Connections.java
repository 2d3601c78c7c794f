package io.tidings.testing.faults;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A small pool: a connection per message would test PostgreSQL's forking. One that failed is closed; one that went stale while it
 * waited fails its next user, as in any pool. It also knows when a relay is about to commit. Thread-safe.
 */
final class Connections implements AutoCloseable {
    private static final Set<KillPoint> BEFORE_COMMIT = EnumSet.of(KillPoint.RELAY_DELETED, KillPoint.RELAY_BARRED);

    private final DataSource source;
    private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

    Connections(String url) {
        this(url, 5);
    }

    /** @param patience in seconds: a connection whose server does not answer must fail some time */
    Connections(String url, int patience) {
        PGSimpleDataSource server = new PGSimpleDataSource();
        server.setUrl(url);
        server.setSocketTimeout(patience);
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
        Set<KillPoint> ahead = EnumSet.noneOf(KillPoint.class);
        return proxy(Connection.class, (proxy, method, arguments) -> {
            boolean commits = method.getName().equals("commit");
            if (method.getName().equals("close")) {
                giveBack(connection, broken[0]);
                return null;
            }
            if (commits) {
                ahead.stream().filter(BEFORE_COMMIT::contains).forEach(KillPoint::reach);
            }
            try {
                Object result = method.invoke(connection, arguments);
                if (commits) {
                    reachAfterCommit(ahead);
                } else if (method.getName().equals("prepareStatement")) {
                    Set<KillPoint> points = pointsOf(String.valueOf(arguments[0]));
                    ahead.addAll(points);
                    return points.isEmpty() ? result : watched(connection, (PreparedStatement) result, ahead);
                }
                return result;
            } catch (InvocationTargetException e) {
                broken[0] = true;
                throw e;
            }
        });
    }

    /** A statement that commits by itself; in two steps if one is to die between them. */
    private static PreparedStatement watched(Connection connection, PreparedStatement statement, Set<KillPoint> ahead) {
        return proxy(PreparedStatement.class, (proxy, method, arguments) -> {
            if (!method.getName().startsWith("execute") || !connection.getAutoCommit()) {
                return method.invoke(statement, arguments);
            }
            boolean split = BEFORE_COMMIT.stream().anyMatch(KillPoint::isChosen);
            connection.setAutoCommit(!split);
            Object result = method.invoke(statement, arguments);
            if (split) {
                ahead.stream().filter(BEFORE_COMMIT::contains).forEach(KillPoint::reach);
                connection.setAutoCommit(true); // which commits
            }
            reachAfterCommit(ahead);
            return result;
        });
    }

    private static void reachAfterCommit(Set<KillPoint> ahead) {
        boolean settled = ahead.contains(KillPoint.RELAY_DELETED) || ahead.contains(KillPoint.RELAY_BARRED);
        boolean leased = ahead.contains(KillPoint.RELAY_LEASED);
        boolean opened = ahead.contains(KillPoint.RELAY_SLOT_OPENED);
        ahead.clear();
        if (settled) {
            KillPoint.RELAY_SETTLED.reach();
        }
        if (leased) {
            KillPoint.RELAY_LEASED.reach();
        }
        if (opened) {
            KillPoint.RELAY_SLOT_OPENED.reach();
        }
    }

    /** What a statement of a relay's leads to. */
    private static Set<KillPoint> pointsOf(String sql) {
        Set<KillPoint> points = EnumSet.noneOf(KillPoint.class);
        if (sql.contains("DELETE FROM tidings_outbox")) {
            points.add(KillPoint.RELAY_DELETED);
        }
        if (sql.contains("SET barred_reason = ?")) {
            points.add(KillPoint.RELAY_BARRED);
        }
        if (sql.contains("INSERT INTO tidings_relay_lease")) {
            points.add(KillPoint.RELAY_LEASED);
        }
        if (sql.contains("confirmed_flush_lsn")) {
            points.add(KillPoint.RELAY_SLOT_OPENED);
        }
        return points;
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
