package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.delivery.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Hours pass in milliseconds. */
class VirtualTimeTest {

    private static final Channel<String> CHANNEL = Letters.channel("parcels");

    private final VirtualTime time = VirtualTime.create();
    private final Instant start = time.instant();

    @Test
    void tasksRunInTheOrderInWhichTheyAreDue() {
        List<String> ran = new ArrayList<>();
        time.schedule(Duration.ofHours(2), () -> ran.add("b " + since()));
        time.schedule(Duration.ofHours(1), () -> {
            ran.add("a " + since());
            time.schedule(Duration.ofMinutes(30), () -> ran.add("a' " + since()));
        });
        time.schedule(Duration.ofHours(1), () -> ran.add("c " + since())).run();
        time.schedule(Duration.ofHours(4), () -> ran.add("d"));

        time.advance(Duration.ofHours(3));

        assertThat(ran).containsExactly("a PT1H", "a' PT1H30M", "b PT2H");
        assertThat(since()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void aMessageIsTriedAgainWhenItsTimeHasCome() throws Exception {
        RetryPolicy patient = new RetryPolicy(Duration.ofHours(1), Duration.ofHours(4), 5);
        List<Duration> tried = new ArrayList<>();
        try (InMemoryTransport transport = InMemoryTransport.in(time, patient)) {
            transport.subscribe(new SubscriptionSpec<>(CHANNEL, List.of(PARCEL), "billing"), message -> {
                tried.add(since());
                throw new TransientMessagingException("The database is away", null);
            });
            transport.sink().send(Letters.parcel(CHANNEL, "a", 1));

            time.settle();
            assertThat(tried).containsExactly(Duration.ZERO);
            time.advance(Duration.ofMinutes(59));
            assertThat(tried).hasSize(1);
            time.advance(Duration.ofHours(12));

            assertThat(tried)
                    .containsExactly(
                            Duration.ZERO,
                            Duration.ofHours(1),
                            Duration.ofHours(3),
                            Duration.ofHours(7),
                            Duration.ofHours(11));
        }
    }

    @Test
    void aRequestExpiresWhenItsDeadlineHasPassed() {
        try (InMemoryTransport transport = InMemoryTransport.in(time, RetryPolicy.DEFAULT)) {
            Requestor requestor = transport.requestor(new ReplyChannel<>(Letters.channel("replies"), List.of(PARCEL)));
            CompletableFuture<Received<?, ?>> reply = requestor
                    .request(Letters.parcel(CHANNEL, "a", 1), Duration.ofDays(1))
                    .toCompletableFuture();

            time.advance(Duration.ofHours(23));
            assertThat(reply).isNotDone();
            time.advance(Duration.ofHours(1));

            assertThatThrownBy(() -> reply.get(30, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOf(TransientMessagingException.class)
                    .hasMessageContaining("within 86400000 ms");
        }
    }

    private Duration since() {
        return Duration.between(start, time.instant());
    }
}
