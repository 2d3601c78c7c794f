package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows the one table of an idempotent receiver. A row that another's open transaction has inserted makes the
 * statement fail, as it would wait too long.
 */
final class SimulatedConnection {
    /** What its transaction is called. */
    private static final String THIS = "7";

    private final SimulatedProcess process;
    private final SimulatedWorld world;
    private final Connection connection;
    private final PreparedStatement insert;
    private final DataSource source;
    private final Map<Integer, Object> arrays = new HashMap<>();
    private final List<String[]> inserted = new ArrayList<>();
    private final Set<String> remembered = new HashSet<>();
    private final List<String> effects = new ArrayList<>();
    private boolean autoCommit = true;

    SimulatedConnection(SimulatedProcess process) {
        this.process = process;
        this.world = process.world;
        this.insert = proxy(PreparedStatement.class, (proxy, method, arguments) -> statement(method, arguments));
        this.connection = proxy(Connection.class, (proxy, method, arguments) -> connection(method, arguments));
        this.source = proxy(DataSource.class, (proxy, method, arguments) -> {
            process.moment();
            answer();
            return connection();
        });
    }

    private Connection connection() {
        return connection;
    }

    DataSource source() {
        return source;
    }

    /** Does something in the open transaction. */
    void effect(String id) {
        if (autoCommit) {
            throw new AssertionError("Not in a transaction");
        }
        effects.add(id);
    }

    /** The server notices that the client has gone. */
    void cut() {
        remembered.forEach(world.database.inboxLocks::remove);
        remembered.clear();
        effects.clear();
        autoCommit = true;
    }

    private @Nullable Object connection(Method method, Object @Nullable [] arguments) throws SQLException {
        switch (method.getName()) {
            case "getAutoCommit" -> {
                return autoCommit;
            }
            case "setAutoCommit" -> autoCommit = arguments != null && Boolean.TRUE.equals(arguments[0]);
            case "commit" -> commit();
            case "rollback", "close" -> cut();
            case "prepareStatement", "createStatement" -> {
                return insert;
            }
            case "createArrayOf" -> {
                return array(Objects.requireNonNull(arguments)[1]);
            }
            default -> throw new AssertionError("Not simulated: " + method);
        }
        return null;
    }

    private @Nullable Object statement(Method method, Object @Nullable [] arguments) throws SQLException {
        switch (method.getName()) {
            case "setString", "close" -> {
                return null;
            }
            case "setArray" -> {
                Object[] given = Objects.requireNonNull(arguments);
                arrays.put((Integer) given[0], ((Array) given[1]).getArray());
                return null;
            }
            case "execute" -> {
                if (arguments == null) {
                    insert((Object[]) Objects.requireNonNull(arrays.get(3)), (Object[])
                            Objects.requireNonNull(arrays.get(4)));
                }
                return false;
            }
            case "getMoreResults" -> {
                return true;
            }
            case "getResultSet" -> {
                return rows(List.copyOf(inserted));
            }
            case "executeQuery" -> {
                return rows(List.<String[]>of(new String[] {THIS}));
            }
            default -> throw new AssertionError("Not simulated: " + method);
        }
    }

    private static Array array(Object elements) {
        return proxy(Array.class, (proxy, method, arguments) -> method.getName().equals("getArray") ? elements : null);
    }

    private static ResultSet rows(List<String[]> rows) {
        int[] at = {-1};
        return proxy(ResultSet.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "next" -> ++at[0] < rows.size();
            case "getString" -> rows.get(at[0])[(Integer) arguments[0] - 1];
            default -> null;
        });
    }

    private void insert(Object[] sources, Object[] ids) throws SQLException {
        process.moment();
        answer();
        inserted.clear();
        for (int i = 0; i < ids.length; i++) {
            String key = sources[i] + "|" + ids[i];
            if (!world.database.inbox.contains(key)) {
                if (!world.database.inboxLocks.add(key)) {
                    throw new SimulatedDatabase.Away();
                }
                remembered.add(key);
                inserted.add(new String[] {String.valueOf(sources[i]), String.valueOf(ids[i]), THIS});
            }
        }
        process.moment();
    }

    private void commit() throws SQLException {
        process.moment();
        answer();
        world.database.inbox.addAll(remembered);
        for (String id : effects) {
            world.tell(process.name, () -> "applies " + id);
            world.promises.applied(id);
        }
        cut();
        autoCommit = false;
        process.moment();
        answer();
    }

    private void answer() throws SQLException {
        if (world.may(Fault.LOST_ANSWER, 25)) {
            throw new SimulatedDatabase.Away();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
