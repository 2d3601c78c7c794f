package io.tidings.messaging.parking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.ParkedKey;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.messaging.delivery.RetryPolicy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ParkingTest {

    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @SuppressWarnings("StaticAssignmentOfThrowable") // nobody looks at its stack trace
    private static final IllegalStateException CAUSE = new IllegalStateException("The oven is cold");

    private final MemoryStore store = new MemoryStore();
    private final Parking parking = parking();
    private final List<Long> handled = new ArrayList<>();

    @Test
    void itsMarksCanBeReadByPeople() {
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);

        EncodedMessage mark = store.marks.get(0);
        assertThat(mark.address()).isEqualTo("orders.kitchen.parked");
        assertThat(mark.key()).asString(StandardCharsets.UTF_8).isEqualTo("parked:2/table 1");
        assertThat(mark.value()).asString(StandardCharsets.UTF_8).isEqualTo("parked");
        assertThat(mark.header("tidings-parked-reason").orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("The oven is cold");
    }

    @Test
    void aSuccessorKnowsWhatIsParked() {
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);
        parking.park(message(null, 8), origin(8), CAUSE, 1);
        Parking successor = parking();

        store.marks.forEach(successor::tell);
        assertThat(successor.ready()).isEmpty();

        ParkedKey parked = successor.holding(message("table 1", 9), origin(9));
        assertThat(parked)
                .isEqualTo(new ParkedKey(
                        2,
                        "table 1".getBytes(StandardCharsets.UTF_8),
                        7,
                        0,
                        5,
                        NOON.instant(),
                        "The oven is cold",
                        "java.lang.IllegalStateException"));
        assertThat(successor.holding(message("table 1", 7), origin(7))).isEqualTo(parked);
        assertThat(successor.holding(message("table 1", 6), origin(6)))
                .as("handled before, and delivered again")
                .isNull();
        assertThat(successor.holding(message(null, 8), origin(8))).isNotNull();
        assertThat(successor.holding(message(null, 9), origin(9))).isNull();
        assertThat(successor.holding(message("table 2", 9), origin(9))).isNull();
    }

    @Test
    void marksOfOtherPartitionsAndOfOthersAreNoneOfItsBusiness() {
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);
        Parking other = new Parking("orders", "kitchen", 3, store, ParkingPolicy.DEFAULT, NOON);

        store.marks.forEach(other::tell);
        other.tell(new EncodedMessage("x", "orders.kitchen.parked", null, new byte[0], List.of()));
        other.tell(new EncodedMessage("x", "orders.kitchen.parked", new byte[] {1}, new byte[0], List.of()));
        other.tell(new EncodedMessage(
                "x", "orders.kitchen.parked", "parked:3/k".getBytes(StandardCharsets.UTF_8), new byte[0], List.of()));

        assertThat(other.size()).isZero();
    }

    @Test
    void aPredecessorThatReleasesLateDoesNotReleaseWhatIsParkedNow() {
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);
        Parking successor = parking();
        store.marks.forEach(successor::tell);
        successor.ready();
        Place place = Place.at(2, "table 1".getBytes(StandardCharsets.UTF_8), 7);

        parking.release(place);
        successor.tell(store.marks.get(1));

        assertThat(successor.at(place)).isNotNull();
        DeadLetterChannel channel = new StoredDeadLetters("orders", "kitchen", store);
        assertThat(channel.parked()).hasSize(1);
    }

    @Test
    void anEarlierMessageThatComesAgainAndFailsHidesNoneThatWaits() {
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);

        parking.park(message("table 1", 6), origin(6), CAUSE, 5);

        ParkedKey parked =
                new StoredDeadLetters("orders", "kitchen", store).parked().get(0);
        assertThat(parked.offset()).isEqualTo(7);
        assertThat(parked.letter()).isZero();
    }

    @Test
    void noMoreKeysAreParkedThanAllowed() {
        Parking narrow = new Parking("orders", "kitchen", 2, store, new ParkingPolicy(true, 1), NOON);
        narrow.park(message("table 1", 7), origin(7), CAUSE, 5);

        assertThatThrownBy(() -> narrow.park(message("table 2", 8), origin(8), CAUSE, 5))
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("tidings.parked.keys.max")
                .hasCause(CAUSE);
        assertThat(store.letters).hasSize(1);
    }

    @Test
    void anOrderIsAboutOneParkingAndNotAboutTheNextOfTheKey() throws Exception {
        parking.ready();
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);
        DeadLetterChannel channel = new StoredDeadLetters("orders", "kitchen", store);
        ParkedKey parked = channel.parked().get(0);
        assertThat(channel.dropFirst(parked, Duration.ZERO)).isEqualTo(new DeadLetterChannel.Answer.Unanswered());
        Place place = Place.of(parked);
        parking.release(place);
        parking.park(message("table 1", 9), origin(9), CAUSE, 5);

        Replay order = parking.tell(store.marks.get(1)).orElseThrow();
        assertThat(order.key()).isEqualTo(parked.key());
        carryOut(order);

        assertThat(channel.parked())
                .singleElement()
                .extracting(ParkedKey::offset)
                .isEqualTo(9L);
    }

    @Test
    void aKeyWhoseLetterIsGoneIsNotReleased() throws Exception {
        parking.ready();
        parking.park(message("table 1", 7), origin(7), CAUSE, 5);
        parking.putBehind(Objects.requireNonNull(parking.at(table1())), message("table 1", 8), origin(8));
        store.letters.set(0, new EncodedMessage("gone", "orders.kitchen.dead-letter", null, null, List.of()));
        DeadLetterChannel channel = new StoredDeadLetters("orders", "kitchen", store);

        carryOut(ordered(() -> channel.replay(channel.parked().get(0), Duration.ZERO)));

        assertThat(handled).isEmpty();
        assertThat(channel.parked())
                .singleElement()
                .extracting(ParkedKey::reason)
                .asString()
                .contains("is gone");
        carryOut(ordered(() -> channel.dropFirst(channel.parked().get(0), Duration.ZERO)));
        assertThat(channel.parked()).hasSize(1);
        carryOut(ordered(() -> channel.dropAll(channel.parked().get(0), Duration.ZERO)));
        assertThat(channel.parked()).isEmpty();
        assertThat(parking.isSettled(message("table 1", 8), origin(8))).isTrue();
    }

    private static Place table1() {
        return Place.at(2, "table 1".getBytes(StandardCharsets.UTF_8), 7);
    }

    private Replay ordered(Callable<?> order) throws Exception {
        int before = store.marks.size();
        assertThat(order.call()).isEqualTo(new DeadLetterChannel.Answer.Unanswered());
        return parking.tell(store.marks.get(before)).orElseThrow();
    }

    @Test
    void singleMessagesAreParkedWhereOrderDoesNotMatter() {
        Parking single = new Parking("orders", "kitchen", 2, store, new ParkingPolicy(false, 9), NOON);

        single.park(message("table 1", 7), origin(7), CAUSE, 5);

        assertThat(single.holding(message("table 1", 8), origin(8))).isNull();
        assertThat(store.letters.get(0).header(DeadLetters.OFFSET).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("7");
    }

    private void carryOut(Replay order) {
        Delivery<String> delivery = new Delivery<>(
                new Unread(),
                new SubscriptionSpec<>(new Channel<>("orders", "orders", KeyType.STRING), List.of(), "kitchen"),
                message -> handled.add(message.origin().offset()),
                RetryPolicy.DEFAULT);
        assertThat(order.run(delivery, () -> false)).isEqualTo(new Outcome.Done());
    }

    private Parking parking() {
        return new Parking("orders", "kitchen", 2, store, ParkingPolicy.DEFAULT, NOON);
    }

    private static EncodedMessage message(@Nullable String key, long offset) {
        byte @Nullable [] bytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        return new EncodedMessage("m" + offset, "orders", bytes, new byte[] {1}, List.of());
    }

    private static Received.Origin origin(long offset) {
        return new Received.Origin("orders", 2, offset, Instant.EPOCH);
    }
}
