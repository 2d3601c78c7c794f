package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.FaultProxy;
import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.kafka.KafkaTransport;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Publishing while the broker is out of reach. */
class KafkaCutOffIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    private final FaultProxy proxy = KafkaBroker.shared().proxy();

    @AfterEach
    void heal() {
        proxy.heal();
    }

    @Test
    void whatTimedOutStillArrivesOnceAndInOrder() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("cut-off", 1));
        RecordingHandler<String> handler = new RecordingHandler<>();
        List<CompletableFuture<Receipt>> timedOut = new ArrayList<>();
        try (KafkaTransport transport = connect("10000");
                Subscription subscription = TIDINGS.transport()
                        .subscribe(
                                new SubscriptionSpec<>(channel, List.of(Letters.PARCEL), TIDINGS.unique("group")),
                                handler)) {
            CompletableFuture<Receipt> unusedFirst = send(transport, channel, 0);
            handler.await(1, Letters.SOON);

            // The broker has these, but nobody says so.
            proxy.swallow(FaultProxy.Direction.ANSWERS);
            LongStream.range(1, 10).forEach(number -> timedOut.add(send(transport, channel, number)));
            timedOut.forEach(KafkaCutOffIT::assertTimedOut);
            // And these it does not have.
            proxy.refuse();
            proxy.cut();
            LongStream.range(10, 20).forEach(number -> timedOut.add(send(transport, channel, number)));
            timedOut.forEach(KafkaCutOffIT::assertTimedOut);
            proxy.heal();
            CompletableFuture<Receipt> unusedLast = send(transport, channel, 20);

            assertThat(Letters.numbers(handler.await(21, Letters.SOON)))
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(0, 20).boxed().toList());
            assertThat(subscription.running()).isTrue();
        }
    }

    private static void assertTimedOut(CompletableFuture<Receipt> receipt) {
        assertThatThrownBy(() -> receipt.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("may still arrive");
    }

    @Test
    void closingEndsAtItsDeadlineAndSaysWhatDidNotArrive() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("closed-off", 1));
        KafkaTransport transport = connect("500");
        CompletableFuture<Receipt> unused = send(transport, channel, 0);
        assertThat(transport.flush(Letters.SOON)).isTrue();
        proxy.refuse();
        proxy.cut();
        CompletableFuture<Receipt> receipt = send(transport, channel, 1);
        assertThat(transport.flush(Duration.ofMillis(10))).isFalse();

        transport.close();

        assertThat(receipt).isCompletedExceptionally();
        assertThatThrownBy(receipt::get).cause().isInstanceOf(TransientMessagingException.class);
    }

    private KafkaTransport connect(String closeTimeout) {
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.put("bootstrap.servers", proxy.address());
        configuration.put("delivery.timeout.ms", "700");
        configuration.put("producer.request.timeout.ms", "1000");
        configuration.put("tidings.close.timeout.ms", closeTimeout);
        // Otherwise Kafka's client forgets its topics as soon as it sees that no broker can be reached (KIP-899): who
        // sends after that waits for max.block.ms, and the message never reaches the producer.
        configuration.put("metadata.recovery.strategy", "none");
        return KafkaTransport.connect(configuration);
    }

    private static CompletableFuture<Receipt> send(KafkaTransport transport, Channel<String> channel, long number) {
        return transport.sink().send(Letters.parcel(channel, "parcel", number)).toCompletableFuture();
    }
}
