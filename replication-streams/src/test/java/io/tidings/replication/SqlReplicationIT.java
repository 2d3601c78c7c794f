package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.TransientMessagingException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** Views in PostgreSQL, fed by a broker. */
class SqlReplicationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Index<RestaurantView, String> BY_NAME = Index.of("name", KeyType.STRING, RestaurantView::name);

    private final Map<String, String> configuration = new HashMap<>();
    private String topic = "";
    private DataSource database = PostgresServer.shared().dataSource("postgres");
    private volatile boolean away;

    @BeforeEach
    void configure(TestInfo test) {
        topic = test.getTestMethod().orElseThrow().getName();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://replication");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "app");
        String name = "replica_" + topic.toLowerCase(java.util.Locale.ROOT);
        PostgresServer.shared().createDatabase(name);
        database = mortal(PostgresServer.shared().dataSource(name));
    }

    @Test
    void theTableIsWhatTheOwnerSaidLast() throws Exception {
        Topics.create(topic, 3);
        Map<String, String> expected = new TreeMap<>();
        try (Owner owner = Owner.transactional(topic, configuration)) {
            owner.inTransaction(true, () -> {
                for (int id = 0; id < 50; id++) {
                    owner.says("r" + id, 2, "name " + id % 10);
                    owner.says("r" + id, 1, "old");
                    expected.put("r" + id, "name " + id % 10);
                }
                owner.deletes("r7", 3);
                owner.says("r7", 2, "late");
                owner.babbles("nonsense");
                owner.babbles(null);
            });
            owner.inTransaction(false, () -> owner.says("r1", 9, "aborted"));
            expected.remove("r7");
            try (Replication replication = started()) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                var view = replication.view(definition());

                assertThat(names(view)).isEqualTo(expected);
                assertThat(view.size()).isEqualTo(49);
                assertThat(view.parked()).isEqualTo(1);
                assertThat(view.withoutKey()).isEqualTo(1);
                assertThat(view.lag()).isZero();
                assertThat(view.by(BY_NAME, "name 3")).containsOnlyKeys("r3", "r13", "r23", "r33", "r43");
                Map<String, String> range = new TreeMap<>();
                view.range("r10", "r12", (key, row) -> range.put(key, row.name()));
                assertThat(range).containsOnlyKeys("r10", "r11", "r12");
                assertThat(
                                query(
                                        "SELECT count(*), min(name), max(tidings_version) FROM restaurant_view WHERE key < 'r2'"))
                        .isEqualTo("12|name 0|2");

                away = true;
                assertThatThrownBy(() -> view.get("r1")).isInstanceOf(TransientMessagingException.class);
                owner.inTransaction(true, () -> owner.says("r1", 10, "while the database was away"));
                away = false;
                Await.until("all is applied", () -> view.lag() == 0);
                assertThat(view.get("r1")).map(RestaurantView::name).contains("while the database was away");
            }
            owner.inTransaction(true, () -> owner.says("r1", 11, "while nobody was there"));
            try (Replication again = started()) {
                assertThat(again.awaitReady(PATIENCE)).isTrue();
                var view = again.view(definition());
                assertThat(view.get("r1")).map(RestaurantView::name).contains("while nobody was there");
                assertThat(view.size()).isEqualTo(49);
                assertThat(view.withoutKey()).as("nothing is read twice").isZero();
            }
        }
    }

    @Test
    void eachInstanceAnswersAllAndOneTakesOverFromTheOther() throws Exception {
        Topics.create(topic, 4);
        try (Owner owner = Owner.of(topic, configuration);
                Replication first = started()) {
            try (Replication second = started()) {
                Await.until("both have a share", () -> owners() == 2);
                for (int id = 0; id < 40; id++) {
                    owner.says("r" + id, 1, "one");
                }
                owner.flush();
                assertThat(first.awaitReady(PATIENCE)).isTrue();
                assertThat(second.awaitReady(PATIENCE)).isTrue();
                var here = first.view(definition());
                var there = second.view(definition());
                Await.until("all is applied", () -> here.lag() == 0 && there.lag() == 0);
                assertThat(names(here)).hasSize(40).isEqualTo(names(there));
                assertThat(here.positions().get(0).offsets()).hasSize(4);
            }
            for (int id = 0; id < 40; id++) {
                owner.says("r" + id, 2, "two");
            }
            owner.flush();
            var view = first.view(definition());
            Await.until("the first has taken all over", () -> view.lag() == 0);
            assertThat(names(view).values()).containsOnly("two");
            assertThat(view.size()).isEqualTo(40);
        }
    }

    @Test
    void aViewInADatabaseNeedsOne() {
        assertThatThrownBy(() -> Replication.start(configuration, List.of(definition())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SqlStore.of(dataSource)");
    }

    private long owners() {
        try {
            return Long.parseLong(query("SELECT count(DISTINCT owner) FROM tidings_replica_offset"));
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Replication started() {
        return Replication.start(
                configuration, List.of(definition()), ReplicationOptions.none().sql(SqlStore.of(database)));
    }

    private ReplicaDefinition<String, RestaurantView> definition() {
        return RestaurantView.on(topic).store(StoreKind.SQL).index(BY_NAME);
    }

    private static Map<String, String> names(ReplicaView<String, RestaurantView> view) {
        Map<String, String> names = new TreeMap<>();
        view.forEach((key, row) -> names.put(key, row.name()));
        return names;
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            StringBuilder line = new StringBuilder(String.valueOf(row.getString(1)));
            for (int at = 2; at <= row.getMetaData().getColumnCount(); at++) {
                line.append('|').append(row.getString(at));
            }
            return line.toString();
        }
    }

    /** Gives no connection while it is away. */
    private DataSource mortal(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new SQLException("connection refused", "08001");
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
