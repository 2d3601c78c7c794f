package io.tidings.replication.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidings.replication.FakeCluster;
import io.tidings.replication.Staleness;
import io.tidings.replication.figures.Figure;
import io.tidings.replication.internal.driver.MovableClock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReplicaMetersTest {

    @Test
    void viewsAreMeasuredUntilNobodyWantsThemMeasured() {
        FakeCluster cluster = new FakeCluster(1, Staleness.answerAlways(), new MovableClock());
        FakeCluster.Instance instance = cluster.join("a:1");
        cluster.hold(0, instance);
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        ReplicaMeters meters = new ReplicaMeters(List.of(instance.view()));
        meters.bindTo(registry);
        cluster.says("roma", 1, "Roma");

        assertThat(registry.getMeters()).hasSize(Figure.values().length);
        assertThat(registry.get("tidings.replica.rows")
                        .tag("view", "RestaurantView")
                        .gauge()
                        .value())
                .isEqualTo(1);
        assertThat(registry.get("tidings.replica.without.key").functionCounter().count())
                .isZero();

        meters.close();
        assertThat(registry.getMeters()).isEmpty();
    }
}
