package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.replication.internal.driver.MovableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JoinedViewTest {

    private final MovableClock clock = new MovableClock();
    private final FakeCluster left = new FakeCluster(2, Staleness.answerAlways(), clock);
    private final FakeCluster right = new FakeCluster(
            1, Staleness.answerAlways(), clock, RestaurantView.on("owners").fullCopy());
    private final ReplicaView<String, RestaurantView> restaurants = all(left);
    private final ReplicaView<String, RestaurantView> owners = all(right);

    private static ReplicaView<String, RestaurantView> all(FakeCluster cluster) {
        FakeCluster.Instance instance = cluster.join("a:1");
        instance.partitions().forEach(partition -> cluster.hold(partition, instance));
        return instance.view();
    }

    @Test
    void rowsAreJoinedByKeyWhicheverComesFirst() {
        var joined = JoinedView.byKey(restaurants, owners);
        assertThat(joined.get("roma")).isEmpty();

        right.says("roma", 1, "Anna");
        assertThat(joined.get("roma")).isEmpty();
        left.says("roma", 7, "Roma");
        assertThat(joined.get("roma").orElseThrow().left().version()).isEqualTo(7);
        assertThat(names(joined.get("roma"))).isEqualTo("Roma of Anna");

        right.says("roma", 2, "Bea");
        assertThat(names(joined.get("roma"))).isEqualTo("Roma of Bea");
        right.deletes("roma", 3);
        assertThat(names(joined.get("roma"))).isEqualTo("Roma of nobody");
        left.deletes("roma", 8);
        assertThat(joined.get("roma")).isEmpty();
    }

    @Test
    void rowsAreJoinedByWhatTheyName() {
        var joined = JoinedView.byForeignKey(
                restaurants, row -> Optional.of(row.name()).filter(name -> !name.isEmpty()), owners);
        left.says("r1", 1, "anna");
        left.says("r2", 1, "anna");
        left.says("r3", 1, "");
        right.says("anna", 1, "Anna");

        assertThat(names(joined.get("r1"))).isEqualTo("anna of Anna");
        assertThat(names(joined.get("r3"))).isEqualTo(" of nobody");
        List<String> found = new ArrayList<>();
        joined.by(RestaurantView.NAME, "anna", (key, row) -> found.add(key + " " + names(Optional.of(row))));
        assertThat(found).containsExactlyInAnyOrder("r1 anna of Anna", "r2 anna of Anna");
    }

    @Test
    void theLeftRowMayBeWaitedFor() {
        var joined = JoinedView.byKey(restaurants, owners);
        left.says("roma", 1, "Roma");

        assertThat(joined.get("roma", AtLeast.version(1), Duration.ZERO)).isPresent();
        assertThatThrownBy(() -> joined.get("roma", AtLeast.version(2), Duration.ZERO))
                .isInstanceOf(BehindException.class);
    }

    @Test
    void whatIsOnlyPartlyHereCannotBeJoinedTo() {
        assertThatThrownBy(() -> JoinedView.byKey(owners, restaurants))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("let it be a full copy");
    }

    private static String names(Optional<JoinedView.Joined<RestaurantView, RestaurantView>> joined) {
        var both = joined.orElseThrow();
        return both.left().value().name() + " of "
                + both.right().map(row -> row.value().name()).orElse("nobody");
    }
}
