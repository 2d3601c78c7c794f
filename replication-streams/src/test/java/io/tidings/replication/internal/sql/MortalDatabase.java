package io.tidings.replication.internal.sql;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database whose connection breaks at the so-manieth statement or commit, before or after the server has done it. */
final class MortalDatabase {

    private final DataSource source;
    private final int deadly;
    private final boolean done;
    private int calls;

    MortalDatabase(DataSource source, int deadly, boolean done) {
        this.source = source;
        this.deadly = deadly;
        this.done = done;
    }

    /** Whether it has broken. */
    boolean died() {
        return calls >= deadly;
    }

    DataSource source() {
        return proxy(DataSource.class, source, source);
    }

    private <T> T proxy(Class<T> type, T target, Object connection) {
        return type.cast(Proxy.newProxyInstance(
                MortalDatabase.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    boolean counts = method.getName().startsWith("execute")
                            || method.getName().equals("commit");
                    boolean dies = counts && ++calls == deadly;
                    if (dies && !done) {
                        kill(connection);
                    }
                    Object result = invoke(target, method, arguments);
                    if (dies) {
                        kill(connection);
                    }
                    return wrapped(result, connection);
                }));
    }

    private @Nullable Object wrapped(@Nullable Object result, Object connection) {
        if (result instanceof Connection opened) {
            return proxy(Connection.class, opened, opened);
        }
        if (result instanceof PreparedStatement prepared) {
            return proxy(PreparedStatement.class, prepared, connection);
        }
        return result instanceof Statement statement ? proxy(Statement.class, statement, connection) : result;
    }

    private static @Nullable Object invoke(Object target, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void kill(Object connection) throws SQLException {
        ((Connection) connection).abort(Runnable::run);
        throw new SQLException("the connection broke", "08006");
    }
}
