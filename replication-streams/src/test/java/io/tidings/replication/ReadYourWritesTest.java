package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.MovableClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadYourWritesTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration AT_ONCE = Duration.ZERO;

    private final MovableClock clock = new MovableClock();
    private final FakeCluster cluster = new FakeCluster(2, Staleness.answerAlways(), clock);
    private final FakeCluster.Instance instance = cluster.join("a:1");
    private final ReplicaView<String, RestaurantView> view = instance.view();

    @BeforeEach
    void holdEverything() {
        cluster.hold(0, instance);
        cluster.hold(1, instance);
    }

    @Test
    void whatIsThereIsAnsweredAtOnce() {
        AtLeast place = cluster.says("roma", 5, "Roma");

        assertThat(view.get("roma", AtLeast.version(5), AT_ONCE))
                .map(RestaurantView::name)
                .contains("Roma");
        assertThat(view.get("roma", AtLeast.version(3), AT_ONCE))
                .map(RestaurantView::name)
                .contains("Roma");
        assertThat(view.get("roma", place, AT_ONCE)).map(RestaurantView::name).contains("Roma");
        assertThat(view.row("roma", place, AT_ONCE)).map(ReplicaRow::version).contains(5L);
    }

    @Test
    void whatIsOnItsWayIsWaitedFor() throws Exception {
        cluster.says("roma", 1, "old");
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                () -> view.get("roma", AtLeast.version(2), LONG).orElseThrow().name());

        cluster.says("roma", 2, "new");

        assertThat(answer.get()).isEqualTo("new");
    }

    @Test
    void aDeleteIsAChangeLikeAnyOther() {
        cluster.says("roma", 1, "Roma");
        AtLeast place = cluster.deletes("roma", 2);

        assertThat(view.get("roma", AtLeast.version(2), AT_ONCE)).isEmpty();
        assertThat(view.get("roma", place, AT_ONCE)).isEmpty();
    }

    @Test
    void whatDoesNotComeIsToldWithHowFarTheViewIs() {
        cluster.says("roma", 3, "Roma");
        int partition = cluster.partitionOf("roma");

        assertThatThrownBy(() -> view.get("roma", AtLeast.version(5), Duration.ofMillis(5)))
                .isInstanceOfSatisfying(
                        BehindException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessage("View 'RestaurantView' has version 3 of the key, and not of version 5");
        assertThatThrownBy(() -> view.get("nobody", AtLeast.version(5), AT_ONCE))
                .isInstanceOf(BehindException.class)
                .hasMessageContaining("has not heard of the key");
        assertThatThrownBy(() -> view.get("roma", AtLeast.position(FakeCluster.TOPIC, partition, 9), AT_ONCE))
                .isInstanceOf(BehindException.class)
                .hasMessageContaining("has come to offset 1 of restaurants@" + partition + ", and not past 9");
        assertThatThrownBy(() -> view.get("roma", AtLeast.position(FakeCluster.TOPIC, 7, 9), AT_ONCE))
                .isInstanceOf(BehindException.class)
                .hasMessageContaining("does not follow partition 7");
    }

    @Test
    void aPlaceOnAnotherChannelIsAMistake() {
        assertThatThrownBy(() -> view.get("roma", AtLeast.position("orders", 0, 9), LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("orders");
    }

    @Test
    void aChangeThatIsParkedIsToldAtOnce() {
        cluster.says("roma", 1, "Roma");
        AtLeast place = cluster.babbles("roma", 2L);

        assertThatThrownBy(() -> view.get("roma", AtLeast.version(2), LONG))
                .isInstanceOfSatisfying(
                        ParkedKeyException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("nobody understands");
        assertThatThrownBy(() -> view.get("roma", place, LONG)).isInstanceOf(ParkedKeyException.class);
        assertThat(view.get("roma", AtLeast.version(1), AT_ONCE))
                .map(RestaurantView::name)
                .contains("Roma");

        cluster.says("roma", 3, "healed");
        assertThat(view.get("roma", AtLeast.version(2), AT_ONCE))
                .map(RestaurantView::name)
                .contains("healed");
        assertThat(view.get("roma", place, AT_ONCE)).map(RestaurantView::name).contains("healed");
    }

    @Test
    void whatIsParkedWithoutAVersionMayBeTheChangeOrNot() throws Exception {
        cluster.says("roma", 1, "Roma");
        cluster.babbles("roma", null);

        assertThatThrownBy(() -> view.get("roma", AtLeast.version(2), Duration.ofMillis(5)))
                .isInstanceOf(ParkedKeyException.class);

        CompletableFuture<String> answer = CompletableFuture.supplyAsync(
                () -> view.get("roma", AtLeast.version(2), LONG).orElseThrow().name());
        cluster.says("roma", 2, "new");
        assertThat(answer.get()).isEqualTo("new");
    }

    @Test
    void whileTheViewIsNotReadyItIsWaitedForToo() {
        cluster.says("roma", 1, "Roma");
        instance.notReady();

        assertThatThrownBy(() -> view.get("roma", AtLeast.version(1), Duration.ofMillis(5)))
                .isInstanceOf(TransientMessagingException.class);
    }

    @Test
    void whoIsInterruptedWaitsNoLonger() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> view.get("roma", AtLeast.version(1), LONG)).isInstanceOf(BehindException.class);

        assertThat(Thread.interrupted()).isTrue();
    }
}
