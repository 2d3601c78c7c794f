package io.tidings.replication.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import io.tidings.replication.Await;
import io.tidings.replication.Owner;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.Replication;
import io.tidings.replication.RestaurantView;
import io.tidings.replication.StoreKind;
import io.tidings.replication.Topics;
import io.tidings.replication.internal.driver.BareView;
import io.tidings.replication.remote.Answer;
import io.tidings.replication.remote.Entry;
import io.tidings.replication.remote.EverywhereView;
import io.tidings.replication.remote.Gathered;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three instances of a service that share a view's partitions, each with a standby, and what becomes of it when one is killed. */
class ThreeInstancesIT {

    private static final String TOPIC = "threeInstances";
    private static final int PARTITIONS = 6;
    private static final int KEYS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ReplicaDefinition<String, RestaurantView> VIEW =
            RestaurantView.on(TOPIC).store(StoreKind.MEMORY).index(RestaurantView.NAME);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    private final List<Service> services = new ArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    /** One instance, as it runs in a process of its own. */
    private record Service(
            ReplicaEndpoint endpoint, Replication replication, EverywhereView<String, RestaurantView> view) {}

    @AfterEach
    void close() {
        services.forEach(service -> {
            service.endpoint().close();
            service.replication().close();
        });
    }

    @Test
    void everyInstanceAnswersEveryKeyAlsoWhileOneIsKilled() throws Exception {
        Topics.create(TOPIC, PARTITIONS);
        Map<String, String> expected = published();
        for (int i = 0; i < 3; i++) {
            services.add(started("instance-" + i));
        }
        Await.until("each has its share, and follows another's", this::settled);

        for (Service service : services) {
            answersEverything(service, expected);
        }
        overHttp(expected);

        Service killed = services.remove(1);
        kill(killed);
        String gone = killed.endpoint().address();
        for (Service service : services) {
            long fromStandby = answersEverything(service, expected);
            assertThat(fromStandby).as("keys that " + gone + " held").isPositive();
        }
    }

    /**
     * Nobody answers any more, and the group hears nothing of it: a static member does not leave when it is closed. Until its
     * session ends, its partitions stay with it.
     */
    private static void kill(Service service) {
        service.endpoint().close();
        service.replication().close();
    }

    private boolean settled() {
        return services.stream().allMatch(service -> {
            var placements = bare(service).placements();
            boolean known = placements.partitions().stream()
                    .allMatch(partition -> placements.owner(partition).isPresent()
                            && !placements.standbys(partition).isEmpty());
            return service.replication().ready() && placements.held().size() == 2 && known;
        });
    }

    private static BareView<?, ?> bare(Service service) {
        return (BareView<?, ?>) service.replication().view(VIEW);
    }

    /** Asks for every key, for all rows, and by an index; how many keys a standby answered for. */
    private static long answersEverything(Service service, Map<String, String> expected) {
        long standby = 0;
        for (Map.Entry<String, String> row : expected.entrySet()) {
            Answer<RestaurantView> answer = service.view().get(row.getKey(), PATIENCE);
            assertThat(answer.value()).map(RestaurantView::name).contains(row.getValue());
            standby += answer.standby() ? 1 : 0;
        }
        assertThat(service.view().get("nobody", PATIENCE).row()).isEmpty();
        assertThat(names(service.view().range(null, null, 1_000, PATIENCE))).isEqualTo(expected);
        assertThat(service.view().by(RestaurantView.NAME, "name 7", PATIENCE).entries())
                .extracting(Entry::key)
                .containsExactly("r7");
        return standby;
    }

    private void overHttp(Map<String, String> expected) throws Exception {
        for (Service service : services) {
            for (String key : List.of("r1", "r2", "r3", "r4", "r5")) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(service.endpoint().uri().resolve("views/RestaurantView/rows/" + key))
                                .build(),
                        BodyHandlers.ofString());
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.body()).contains("\"name\":\"" + expected.get(key) + "\"");
                assertThat(answer.headers().firstValue("Tidings-Position"))
                        .hasValueSatisfying(position -> assertThat(position).startsWith(TOPIC + "@"));
            }
        }
    }

    private Service started(String name) {
        ReplicaEndpoint endpoint = ReplicaEndpoint.open(EndpointOptions.DEFAULT);
        Map<String, String> configuration = configuration(name);
        configuration.put("application.server", endpoint.address());
        Replication replication = Replication.start(configuration, List.of(VIEW));
        endpoint.serve(replication);
        return new Service(endpoint, replication, EverywhereView.of(replication.view(VIEW), endpoint.peers()));
    }

    private Map<String, String> configuration(String name) {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://three-instances");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", TOPIC);
        configuration.put("state.dir", directory.resolve(name).toString());
        configuration.put("commit.interval.ms", "100");
        // Members hear of each other's coming with a heartbeat.
        configuration.put("heartbeat.interval.ms", "200");
        configuration.put("num.standby.replicas", "1");
        configuration.put("group.instance.id", name);
        configuration.put("probing.rebalance.interval.ms", "60000");
        configuration.put("acceptable.recovery.lag", "100000");
        return configuration;
    }

    private Map<String, String> published() throws Exception {
        Map<String, String> expected = new TreeMap<>();
        try (Owner owner = Owner.of(TOPIC, configuration("owner"))) {
            for (int i = 0; i < KEYS; i++) {
                owner.says("r" + i, 1, "name " + i);
                expected.put("r" + i, "name " + i);
            }
            owner.deletes("r9", 2);
            owner.flush();
        }
        expected.remove("r9");
        return expected;
    }

    private static Map<String, String> names(Gathered<String, RestaurantView> rows) {
        Map<String, String> names = new TreeMap<>();
        rows.entries()
                .forEach(entry -> names.put(entry.key(), entry.row().value().name()));
        return names;
    }
}
