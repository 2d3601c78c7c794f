package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.testing.DeadLetterInspector.Letter;
import io.tidings.testing.contract.Parcel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/testing.md shows without a broker. */
class TestingGuideTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Channel<String> PARCELS = Letters.channel("parcels");
    private static final SubscriptionSpec<String> SPEC = new SubscriptionSpec<>(PARCELS, List.of(PARCEL), "billing");

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().build();

    @Test
    void aHandlerIsCalled(InMemoryTransport transport) {
        RecordingHandler<String> handler = new RecordingHandler<>();
        transport.subscribe(SPEC, handler);

        transport.sink().send(Letters.parcel(PARCELS, "books", 1));

        Received<String, ?> message = handler.await(1, SOON).get(0);
        assertThat(message.payload()).isEqualTo(new Parcel("books", 1));
    }

    @Test
    void nothingMoreHappens(InMemoryTransport transport) {
        AtomicInteger calls = new AtomicInteger();
        transport.subscribe(SPEC, message -> calls.incrementAndGet());
        transport.sink().send(Letters.parcel(PARCELS, "books", 1));

        transport.awaitIdle(SOON);

        assertThat(calls).hasValue(1);
        transport.deadLetters(SPEC).assertNone();
    }

    @Test
    void anHourPassesAtOnce() {
        VirtualTime time = VirtualTime.create();
        RetryPolicy hourly = new RetryPolicy(Duration.ofHours(1), Duration.ofHours(1), 5);
        AtomicInteger calls = new AtomicInteger();
        try (InMemoryTransport transport = InMemoryTransport.in(time, hourly)) {
            transport.subscribe(SPEC, message -> {
                if (calls.incrementAndGet() < 3) {
                    throw new TransientMessagingException("The database is away", null);
                }
            });
            transport.sink().send(Letters.parcel(PARCELS, "books", 1));

            time.advance(Duration.ofMinutes(119));
            assertThat(calls).hasValue(2);
            time.advance(Duration.ofMinutes(1));
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void aDeadLetterIsReplayed(InMemoryTransport transport) throws Exception {
        AtomicBoolean mended = new AtomicBoolean();
        transport.subscribe(SPEC, message -> {
            if (!mended.get()) {
                throw new PoisonMessageException("No such order", null);
            }
        });
        DeadLetterInspector<String> deadLetters = transport.deadLetters(SPEC);
        deadLetters.assertNone();
        transport.sink().send(Letters.parcel(PARCELS, "books", 1));

        Letter<String> letter = deadLetters.awaitLetters(1, SOON).get(0);
        assertThat(letter.reason()).isEqualTo("No such order");
        assertThat(letter.payload()).isEqualTo(new Parcel("books", 1));

        mended.set(true);
        DeadLetterChannel channel = transport.deadLetterChannel("parcels", "billing");
        channel.replay(channel.parked().get(0), SOON);
        deadLetters.awaitLetters(0, SOON);
    }
}
