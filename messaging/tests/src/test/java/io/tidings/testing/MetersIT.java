package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static io.tidings.testing.Letters.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidings.messaging.Channel;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Replying;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.micrometer.MessagingMeters;
import io.tidings.testing.contract.Parcel;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a service measures, in memory and on a real broker. */
class MetersIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    private final MeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void inMemory() throws Exception {
        try (Transport transport = InMemoryTransport.create(new MessagingMeters(registry))) {
            measured(transport, "orders", "replies");
        }
        assertThat(gauge("tidings.subscription.partitions", "orders")).isZero();
    }

    @Test
    void onARealBroker() throws Exception {
        String orders = TIDINGS.createTopic("metered", 2);
        String replies = TIDINGS.createTopic("metered-replies", 1);
        try (Transport transport = KafkaTransport.builder(TIDINGS.configuration())
                .listener(new MessagingMeters(registry))
                .connect()) {
            measured(transport, orders, replies);
            assertThat(gauge("tidings.subscription.behind", orders)).isZero();
            TIDINGS.eventually(SOON, () -> {
                assertThat(registry.get("tidings.commit").timer().count()).isPositive();
                assertThat(gauge("tidings.commit.age", orders)).isBetween(0.0, 60.0);
            });
        }
    }

    private void measured(Transport transport, String orders, String replies) throws Exception {
        Channel<String> channel = Letters.channel(orders);
        Channel<String> answers = Letters.channel(replies);
        CountDownLatch held = new CountDownLatch(1);
        Subscription subscription =
                transport.subscribe(new SubscriptionSpec<>(channel, List.of(PARCEL), "billing"), message -> {
                    switch ((int) Letters.number(message)) {
                        case 0 -> held.await();
                        case 1 -> throw new PoisonMessageException("Never", null);
                        default -> Replying.reply(transport.sink(), message, answers, PARCEL, new Parcel("yes", 2));
                    }
                });
        assertThat(subscription.awaitReady(SOON)).isTrue();
        Requestor requestor = transport.requestor(new ReplyChannel<>(answers, List.of(PARCEL)));

        transport.sink().send(Letters.parcel("slow", channel, "a", 0));

        Eventually.eventually(SOON, () -> {
            assertThat(gauge("tidings.handle.active", orders)).isEqualTo(1);
            assertThat(gauge("tidings.subscription.waiting", orders)).isEqualTo(1);
            assertThat(gauge("tidings.subscription.partitions", orders)).isPositive();
            assertThat(gauge("tidings.subscription.up", orders)).isEqualTo(1);
        });
        held.countDown();
        transport.sink().send(Letters.parcel("poison", channel, "b", 1));
        requestor
                .request(Letters.parcel("question", channel, "c", 2), SOON)
                .toCompletableFuture()
                .get(SOON.toSeconds(), TimeUnit.SECONDS);

        Eventually.eventually(SOON, () -> {
            assertThat(count("tidings.publish", "channel", orders, "outcome", "sent"))
                    .isEqualTo(3);
            assertThat(count("tidings.handle", "channel", orders, "outcome", "done"))
                    .isEqualTo(2);
            assertThat(count("tidings.handle", "channel", orders, "outcome", "set-aside"))
                    .isEqualTo(1);
            assertThat(registry.get("tidings.dead.letters").counter().count()).isEqualTo(1);
            assertThat(count("tidings.request", "replies", replies, "outcome", "answered"))
                    .isEqualTo(1);
            assertThat(gauge("tidings.handle.active", orders)).isZero();
            assertThat(gauge("tidings.subscription.waiting", orders)).isZero();
        });
        assertThat(registry.get("tidings.request.outstanding").gauge().value()).isZero();
        assertThat(registry.get("tidings.request.circuits.open").gauge().value())
                .isZero();
        assertThat(registry.get("tidings.publish.size")
                        .tag("channel", orders)
                        .summary()
                        .max())
                .isPositive();
        assertNoMeterIsTaggedWithWhatHasManyValues();
    }

    private void assertNoMeterIsTaggedWithWhatHasManyValues() {
        assertThat(registry.getMeters())
                .extracting(Meter::getId)
                .allSatisfy(id -> assertThat(id.getTags())
                        .allSatisfy(tag -> assertThat(tag.getKey())
                                .isIn("channel", "group", "outcome", "change", "replies", "kind", "relay")));
    }

    private double gauge(String name, String channel) {
        return registry.get(name).tag("channel", channel).gauge().value();
    }

    private long count(String name, String... tags) {
        return registry.get(name).tags(tags).timer().count();
    }
}
