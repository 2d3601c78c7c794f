package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static io.tidings.testing.Letters.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidings.messaging.Channel;
import io.tidings.messaging.Health;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.micrometer.MessagingMeters;
import io.tidings.messaging.observe.HandlingEvent;
import io.tidings.messaging.observe.MessagingListener;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/observability.md shows. */
class ObservabilityGuideIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void listenersHearOfDeadLetters() {
        Map<String, String> configuration = TIDINGS.configuration();
        MeterRegistry registry = new SimpleMeterRegistry();
        Queue<String> alarms = new ConcurrentLinkedQueue<>();
        MessagingListener listener = new MessagingListener() {
            @Override
            public void deadLettered(HandlingEvent.DeadLettered event) {
                alarms.add(event.group().name() + ": " + event.cause().getMessage());
            }
        };
        KafkaTransport transport = KafkaTransport.builder(configuration)
                .listener(new MessagingMeters(registry))
                .listener(listener)
                .connect();
        try (transport) {
            Channel<String> channel = Letters.channel(TIDINGS.createTopic("guide", 1));
            transport.subscribe(new SubscriptionSpec<>(channel, List.of(PARCEL), "billing"), message -> {
                throw new PoisonMessageException("No such order", null);
            });
            assertThat(transport.health().live()).isTrue();

            transport.sink().send(Letters.parcel(channel, "a", 1));

            TIDINGS.eventually(SOON, () -> {
                assertThat(alarms).containsExactly("billing: No such order");
                assertThat(registry.get("tidings.dead.letters").counter().count())
                        .isEqualTo(1);
            });
        }
        assertThat(transport.health()).isEqualTo(Health.UP);
    }
}
