package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.internal.driver.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StalenessTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void aViewThatMayBeOldAnswersHoweverOldItIs() {
        FakeCluster cluster = new FakeCluster(1, Staleness.answerAlways(), clock);
        FakeCluster.Instance instance = cluster.join("a:1");
        cluster.hold(0, instance);
        cluster.says("roma", 1, "Roma");
        clock.advance(Duration.ofDays(3));

        assertThat(instance.view().get("roma")).isPresent();
        assertThat(instance.view().freshness().age(clock.instant())).contains(Duration.ofDays(3));
        instance.caughtUpAt(null);
        assertThat(instance.view().get("roma")).isPresent();
        assertThat(instance.view().freshness().age(clock.instant())).isEmpty();
    }

    @Test
    void aViewThatMustBeFreshFailsWhenItHasLostTouchAndComesBack() {
        FakeCluster cluster = new FakeCluster(1, Staleness.failAfter(Duration.ofSeconds(30)), clock);
        FakeCluster.Instance instance = cluster.join("a:1");
        cluster.hold(0, instance);
        ReplicaView<String, RestaurantView> view = instance.view();
        cluster.says("roma", 1, "Roma");

        clock.advance(Duration.ofSeconds(30));
        assertThat(view.get("roma")).isPresent();

        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> view.get("roma"))
                .isInstanceOfSatisfying(StaleReplicaException.class, e -> {
                    assertThat(e.retryable()).isTrue();
                    assertThat(e.age()).contains(Duration.ofMillis(30_001));
                })
                .hasMessageContaining("PT30S");
        assertThatThrownBy(() -> view.by(RestaurantView.NAME, "Roma")).isInstanceOf(StaleReplicaException.class);
        assertThatThrownBy(() -> view.range("a", "z", (key, row) -> {})).isInstanceOf(StaleReplicaException.class);
        assertThatThrownBy(() -> view.forEach((key, row) -> {})).isInstanceOf(StaleReplicaException.class);
        assertThat(view.size()).isEqualTo(1);

        instance.caughtUpAt(clock.instant());
        assertThat(view.get("roma")).isPresent();

        instance.caughtUpAt(null);
        assertThatThrownBy(() -> view.get("roma"))
                .isInstanceOf(StaleReplicaException.class)
                .hasMessageContaining("never");
    }

    @Test
    void clocksThatDifferDoNotMakeAnAgeNegative() {
        Freshness freshness = new Freshness(List.of(), Optional.of(clock.instant()), Optional.of(clock.instant()));

        assertThat(freshness.age(clock.instant().minusSeconds(9))).contains(Duration.ZERO);
        assertThat(freshness.newestAge(clock.instant().minusSeconds(9))).contains(Duration.ZERO);
    }

    @Test
    void aLimitIsMoreThanNothing() {
        assertThatThrownBy(() -> Staleness.failAfter(Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
    }
}
