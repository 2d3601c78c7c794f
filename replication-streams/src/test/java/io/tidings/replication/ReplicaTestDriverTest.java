package io.tidings.replication;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReplicaTestDriverTest {

    private static final MessageType<RestaurantChanged> CHANGED =
            new MessageType<>("RestaurantChanged", RestaurantChanged.class, RestaurantChanged.SCHEMA$);
    private static final Index<RestaurantView, String> BY_NAME =
            Index.of("byName", KeyType.STRING, RestaurantView::name);
    private static final ReplicaDefinition<String, RestaurantView> RESTAURANTS =
            RestaurantView.on("restaurants").index(BY_NAME);

    @ParameterizedTest
    @EnumSource(names = {"ROCKSDB", "MEMORY"})
    void theViewIsWhatTheOwnerSaidLast(StoreKind store) {
        try (ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS.store(store))) {
            ReplicaView<String, RestaurantView> view = owner.view();

            owner.publish(CHANGED, "r1", RestaurantChanged.named("Roma"), 2);
            owner.publish(CHANGED, "r1", RestaurantChanged.named("late"), 1);
            owner.publish(CHANGED, "r2", RestaurantChanged.named("Napoli"), 1);
            owner.delete("r2", 3);
            owner.publish(CHANGED, "r2", RestaurantChanged.named("late"), 2);

            assertThat(view.get("r1")).map(RestaurantView::name).contains("Roma");
            assertThat(view.get("r2")).isEmpty();
            assertThat(view.by(BY_NAME, "Roma")).containsOnlyKeys("r1");

            owner.receiveAllAgain();
            owner.restart();

            assertThat(view.get("r1")).map(RestaurantView::name).contains("Roma");
            assertThat(view.size()).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeReadParksItsKey() {
        try (ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS)) {
            owner.publish(CHANGED, "r1", RestaurantChanged.named("Roma"), 1);
            owner.receive("restaurants", "r1".getBytes(UTF_8), "no message".getBytes(UTF_8), Map.of());
            owner.receive("restaurants", null, new byte[0], Map.of());
            owner.delete(RESTAURANTS.feeds().get(0).channel(), "r2", SendOptions.NONE);

            assertThat(owner.view().parked()).isEqualTo(2);
            assertThat(owner.view().withoutKey()).isEqualTo(1);
            assertThat(owner.view().get("r1")).map(RestaurantView::name).contains("Roma");

            owner.publish(CHANGED, "r1", RestaurantChanged.named("Bari"), 2);

            assertThat(owner.view().parked()).isEqualTo(1);
            assertThat(owner.view().by(BY_NAME, "Roma")).isEmpty();
        }
    }

    @Test
    void gravesGoWithTime() {
        try (ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS)) {
            owner.delete("r1", 3);
            owner.advance(Duration.ofDays(6));
            owner.publish(CHANGED, "r1", RestaurantChanged.named("late"), 2);
            assertThat(owner.view().get("r1")).isEmpty();

            owner.advance(Duration.ofDays(1));
            owner.publish(CHANGED, "r1", RestaurantChanged.named("another one of that name"), 1);
            assertThat(owner.view().get("r1")).isPresent();
        }
    }

    @Test
    void whatIsPublishedWhileTheBrokerIsAwayComesLater() {
        try (ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS)) {
            owner.publish(CHANGED, "r1", RestaurantChanged.named("Roma"), 1);
            owner.brokerAway(true);
            owner.publish(CHANGED, "r1", RestaurantChanged.named("Bari"), 2);
            assertThat(owner.view().get("r1")).map(RestaurantView::name).contains("Roma");

            owner.brokerAway(false);
            assertThat(owner.view().get("r1")).map(RestaurantView::name).contains("Bari");
        }
    }

    @Test
    void severalChannelsFeedOneView() {
        var second = Feed.of(
                RestaurantView.channel("restaurants.v2"),
                RestaurantView.TYPE,
                VersionSource.header(),
                Deletes.TOMBSTONE);
        try (ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS.alsoFrom(second))) {
            owner.publish(second.channel(), CHANGED, "r1", RestaurantChanged.named("new"), SendOptions.version(2));
            owner.publish(CHANGED, "r1", RestaurantChanged.named("old"), 1);

            assertThat(owner.view().get("r1")).map(RestaurantView::name).contains("new");
            assertThat(owner.view().positions())
                    .extracting(Position::address)
                    .isEqualTo(List.of("restaurants", "restaurants.v2"));
            assertThatThrownBy(() -> owner.receive("elsewhere", null, null, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not from 'elsewhere'");
        }
    }

    @Test
    void aClosedOneAnswersNobody() {
        ReplicaTestDriver<String, RestaurantView> owner = ReplicaTestDriver.of(RESTAURANTS);
        owner.close();

        assertThatThrownBy(() -> owner.view().get("r1")).isInstanceOf(TransientMessagingException.class);
    }
}
