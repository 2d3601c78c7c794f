package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.KeyType;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** How fast a view in PostgreSQL loads; only where {@code tidings.sql.records} says how many records. */
@EnabledIfSystemProperty(named = "tidings.sql.records", matches = "\\d+")
class SqlFiguresIT {

    @Test
    void aFirstLoad() throws Exception {
        int records = Integer.getInteger("tidings.sql.records");
        int keys = Integer.getInteger("tidings.sql.keys", 50_000);
        Map<String, String> configuration = new HashMap<>();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://figures");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "figures");
        Topics.create("figures", 4);
        try (Owner owner = Owner.of("figures", configuration)) {
            for (int record = 0; record < records; record++) {
                owner.says("r" + record % keys, 1 + record / keys, "name " + record % 1_000);
            }
            owner.flush();
        }
        PostgresServer.shared().createDatabase("figures");
        var store = SqlStore.of(PostgresServer.shared().dataSource("figures"));
        var definition = RestaurantView.on("figures")
                .store(StoreKind.SQL)
                .index(Index.of("name", KeyType.STRING, RestaurantView::name))
                .index(Index.of(
                        "last",
                        KeyType.STRING,
                        row -> row.name().substring(row.name().length() - 1)));
        long began = System.nanoTime();
        try (Replication replication = Replication.start(
                configuration, List.of(definition), ReplicationOptions.none().sql(store))) {
            assertThat(replication.awaitReady(Duration.ofMinutes(5))).isTrue();
            double seconds = (System.nanoTime() - began) / 1e9;
            System.out.printf(
                    "%,d records over %,d keys in %.1f s: %,.0f/s%n", records, keys, seconds, records / seconds);
            assertThat(replication.view(definition).size()).isEqualTo(Math.min(keys, records));
        }
    }
}
