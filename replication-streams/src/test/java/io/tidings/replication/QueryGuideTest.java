package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Metadata;
import io.tidings.messaging.Receipt;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What docs/replica-queries.md shows of asking. */
class QueryGuideTest {

    private final FakeCluster cluster = new FakeCluster(1, Staleness.answerAlways(), Clock.systemUTC());
    private final FakeCluster.Instance instance = cluster.join("a:1");

    @Test
    void aViewIsAsked() {
        cluster.hold(0, instance);
        cluster.says("r1", 3, "Roma");
        cluster.says("r2", 1, "Napoli");
        ReplicaView<String, RestaurantView> view = instance.view();
        List<String> names = new ArrayList<>();

        Optional<RestaurantView> restaurant = view.get("r1");
        Optional<ReplicaRow<RestaurantView>> withVersion = view.row("r1");
        Map<String, RestaurantView> found = view.by(RestaurantView.NAME, "Roma");
        view.range("r1", "r5", (id, row) -> names.add(row.name()));

        assertThat(restaurant).map(RestaurantView::name).contains("Roma");
        assertThat(withVersion).map(ReplicaRow::version).contains(3L);
        assertThat(found).containsOnlyKeys("r1");
        assertThat(names).containsExactly("Roma", "Napoli");
    }

    @Test
    void aReaderSeesItsOwnWrite() {
        cluster.hold(0, instance);
        ReplicaView<String, RestaurantView> view = instance.view();
        cluster.says("r1", 4, "Roma");
        Metadata reply =
                Metadata.of("id", "/restaurants", "Renamed", Instant.EPOCH).withEntityVersion(4L);
        Receipt receipt = new Receipt("id", FakeCluster.TOPIC, new Receipt.Position(0, 0));

        AtLeast token = AtLeast.of(reply).orElseThrow();
        Optional<RestaurantView> renamed = view.get("r1", token, Duration.ofSeconds(2));

        assertThat(renamed).map(RestaurantView::name).contains("Roma");
        assertThat(AtLeast.of(receipt)).contains(AtLeast.parse("restaurants@0:0"));
    }
}
