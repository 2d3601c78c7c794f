package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static io.tidings.testing.Letters.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.testing.DeadLetterInspector.Letter;
import io.tidings.testing.contract.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a test sees of dead letters, in memory. */
class DeadLetterInspectorTest {

    private static final Channel<String> CHANNEL = Letters.channel("parcels");
    private static final SubscriptionSpec<String> SPEC = new SubscriptionSpec<>(CHANNEL, List.of(PARCEL), "billing");

    private final InMemoryTransport transport = InMemoryTransport.create();
    private final DeadLetterInspector<String> inspector = transport.deadLetters(SPEC);
    private final AtomicBoolean mended = new AtomicBoolean();

    @AfterEach
    void close() {
        transport.close();
    }

    @Test
    void tellsWhatFailedAndWhatWaitsBehindIt() {
        transport.subscribe(SPEC, this::refuseTheFirst);
        sendThree();

        List<Letter<String>> letters = inspector.awaitLetters(2, SOON);

        Letter<String> first = letters.get(0);
        assertThat(first.key()).isEqualTo("a");
        assertThat(first.payload())
                .isInstanceOfSatisfying(
                        Parcel.class, parcel -> assertThat(parcel.getNumber()).isEqualTo(1));
        assertThat(first.reason()).isEqualTo("No such order");
        assertThat(first.exception()).isEqualTo(PoisonMessageException.class.getName());
        assertThat(first.attempts()).isEqualTo(1);
        assertThat(first.origin().address()).isEqualTo("parcels");
        assertThat(first.behind()).isEmpty();
        Letter<String> second = letters.get(1);
        assertThat(second.origin().offset()).isEqualTo(2);
        assertThat(second.attempts()).isZero();
        assertThat(second.behind()).hasValue(0);
    }

    @Test
    void whatCannotBeReadHasNoPayload() {
        transport.subscribe(SPEC, message -> {});
        byte[] garbage = "This is not Avro".getBytes(StandardCharsets.UTF_8);
        transport.broker().append(new EncodedMessage("id", "parcels", null, garbage, List.of()));

        Letter<String> letter = inspector.awaitLetters(1, SOON).get(0);

        assertThat(letter.decoded()).isNull();
        assertThat(letter.payload()).isNull();
        assertThat(letter.key()).isNull();
        assertThat(letter.message().value()).isEqualTo(garbage);
    }

    @Test
    void whatWasReplayedIsGone() throws Exception {
        transport.subscribe(SPEC, this::refuseTheFirst);
        inspector.assertNone();
        sendThree();
        inspector.awaitLetters(2, SOON);

        mended.set(true);
        var channel = transport.deadLetterChannel("parcels", "billing");
        channel.replay(channel.parked().get(0), SOON);

        inspector.awaitLetters(0, SOON);
        inspector.assertNone();
    }

    @Test
    void failuresSayWhatIsThere() {
        transport.subscribe(SPEC, this::refuseTheFirst);
        assertThatThrownBy(() -> inspector.awaitLetters(1, Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessage("Expected 1 dead letters within 0 ms, there are none of group 'billing' on 'parcels'");
        sendThree();
        inspector.awaitLetters(2, SOON);

        assertThatThrownBy(inspector::assertNone)
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        Expected no dead letters, there are 2 of group 'billing' on 'parcels':
                          parcels-0 at offset 0: tried 1 time, io.tidings.messaging.PoisonMessageException: No such order \
                        (key a, payload {"label": "parcel", "number": 1})
                          parcels-0 at offset 2: Waits behind offset 0 of its key \
                        (key a, payload {"label": "parcel", "number": 3})""");
    }

    @Test
    void groupsThatShareTheirChannelHaveLettersToo() {
        SubscriptionSpec<String> shared = SPEC.delivered(DeliveryMode.SHARED);
        transport.subscribe(shared, this::refuseTheFirst);
        sendThree();

        List<Letter<String>> letters = transport.deadLetters(shared).awaitLetters(1, SOON);

        assertThat(letters.get(0).reason()).isEqualTo("No such order");
        var channel = transport.deadLetterChannel("parcels", "billing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DeadLetterInspector<>(channel, transport.codec(), shared));
    }

    private void refuseTheFirst(Received<String, ?> message) {
        if (Letters.number(message) == 1 && !mended.get()) {
            throw new PoisonMessageException("No such order", null);
        }
    }

    private void sendThree() {
        transport.sink().send(Letters.parcel("a", CHANNEL, "parcel", 1));
        transport.sink().send(Letters.parcel("b", CHANNEL, "parcel", 2));
        transport.sink().send(Letters.parcel("a", CHANNEL, "parcel", 3));
    }
}
