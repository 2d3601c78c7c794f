package io.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A test's view in a real database, and still no broker. */
class ReplicaTestDriverIT {

    private static final MessageType<RestaurantChanged> CHANGED =
            new MessageType<>("RestaurantChanged", RestaurantChanged.class, RestaurantChanged.SCHEMA$);
    private static final Index<RestaurantView, String> BY_NAME =
            Index.of("byName", KeyType.STRING, RestaurantView::name);
    private static final ReplicaDefinition<String, RestaurantView> RESTAURANTS =
            RestaurantView.on("restaurants").index(BY_NAME).store(StoreKind.SQL);

    @Test
    void aViewInADatabaseIsWhatTheOwnerSaidLast() throws SQLException {
        SqlStore database = SqlStore.of(schema("replica_test"));
        try (var owner = ReplicaTestDriver.of(RESTAURANTS, Map.of(), database)) {
            ReplicaView<String, RestaurantView> view = owner.view();

            owner.publish(CHANGED, "r1", RestaurantChanged.named("Roma"), 2);
            owner.publish(CHANGED, "r1", RestaurantChanged.named("late"), 1);
            owner.delete("r2", 3);
            owner.publish(CHANGED, "r2", RestaurantChanged.named("late"), 2);
            owner.receive("restaurants", "r1".getBytes(UTF_8), new byte[1], Map.of());
            owner.receiveAllAgain();
            owner.restart();

            assertThat(view.get("r1")).map(RestaurantView::name).contains("Roma");
            assertThat(view.by(BY_NAME, "Roma")).containsOnlyKeys("r1");
            assertThat(view.get("r2")).isEmpty();
            assertThat(view.size()).isEqualTo(1);
            assertThat(view.parked()).isEqualTo(1);

            owner.advance(Duration.ofDays(7));
            owner.publish(CHANGED, "r2", RestaurantChanged.named("another"), 1);
            assertThat(view.get("r2")).isPresent();
        }
        assertThatThrownBy(() -> ReplicaTestDriver.of(RESTAURANTS)).hasMessageContaining("SqlStore.of(dataSource)");
    }

    private static PGSimpleDataSource schema(String name) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(PostgresServer.shared().jdbcUrl("postgres"));
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA " + name);
        }
        source.setCurrentSchema(name);
        return source;
    }
}
