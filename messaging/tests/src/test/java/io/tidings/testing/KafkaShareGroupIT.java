package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.DeliveryMode;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.testing.contract.Parcel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is particular to share groups on a real broker: locks that end, deliveries that are counted. */
class KafkaShareGroupIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void aHandlerThatOutlastsTheLockKeepsItsMessage() throws Exception {
        Channel<Void> channel = commands("slow");
        String group = TIDINGS.unique("slow-group");
        configure(group, "share.record.lock.duration.ms", "3000");
        AtomicInteger deliveries = new AtomicInteger();
        RecordingHandler<Void> handler = new RecordingHandler<>();
        MessageHandler<Void> slow = message -> {
            if (Letters.number(message) == 0) {
                deliveries.incrementAndGet();
                lockOver().get();
            }
            handler.handle(message);
        };
        try (Subscription one = share(channel, group, slow);
                Subscription other = share(channel, group, slow)) {
            send(channel, 0, 3);

            handler.await(3, Letters.SOON);

            assertThat(deliveries).hasValue(1);
            assertThat(one.running() && other.running()).isTrue();
        }
    }

    /** Done when a lock that nobody renewed has ended; locks are long enough for a busy machine to renew them. */
    private static CompletableFuture<Void> lockOver() {
        return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(3500, TimeUnit.MILLISECONDS));
    }

    @Test
    void aMessageThatItsReceiversDieOfIsSetAsideBeforeTheBrokerDropsIt() throws Exception {
        Channel<Void> channel = commands("deadly");
        String group = TIDINGS.unique("deadly-group");
        configure(group, "share.auto.offset.reset", "earliest");
        send(channel, 0, 1);
        giveBack(channel, group, 3);
        RecordingHandler<Void> handler = new RecordingHandler<>();

        try (Subscription subscription = share(channel, group, handler)) {
            TIDINGS.eventually(
                    Letters.SOON,
                    () -> assertThat(TIDINGS.topics().deadLetters(channel.address(), group))
                            .hasSize(1));
            send(channel, 1, 2);
            assertThat(Letters.numbers(handler.await(1, Letters.SOON))).containsExactly(1L);
            assertThat(subscription.running()).isTrue();
        }

        EncodedMessage letter =
                TIDINGS.topics().deadLetters(channel.address(), group).get(0);
        assertThat(new String(letter.header(DeadLetters.REASON).orElseThrow(), StandardCharsets.UTF_8))
                .contains("delivered 3 times");
    }

    @Test
    void whatIsRolledBackIsNotDelivered() throws Exception {
        Channel<Void> channel = commands("committed");
        String group = TIDINGS.unique("committed-group");
        RecordingHandler<Void> handler = new RecordingHandler<>();
        EncodedMessage good = TIDINGS.transport().codec().encode(command(channel, 1));
        EncodedMessage huge = TIDINGS.transport()
                .codec()
                .encode(OutgoingMessage.of(
                        channel, Letters.PARCEL, null, new Parcel("x".repeat(2_000_000), 2), SendOptions.NONE));
        try (TransactionalSink sink = TIDINGS.transport().transactionalSink(TIDINGS.unique("relay"));
                Subscription subscription = share(channel, group, handler)) {
            assertThat(catchThrowable(() -> sink.send(List.of(good, huge)))).isNotNull();
            sink.send(List.of(good));

            assertThat(Letters.numbers(handler.await(1, Letters.SOON))).containsExactly(1L);
            assertThat(subscription.running()).isTrue();
        }
    }

    /** Takes what there is and gives it back, so many times. */
    private static void giveBack(Channel<Void> channel, String group, int times) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers(), "group.id", group, "share.acknowledgement.mode", "explicit");
        try (KafkaShareConsumer<byte[], byte[]> consumer =
                new KafkaShareConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(channel.address()));
            List<Short> counts = new ArrayList<>();
            TIDINGS.eventually(Letters.SOON, () -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    counts.add(record.deliveryCount().orElseThrow());
                    consumer.acknowledge(record, AcknowledgeType.RELEASE);
                    consumer.commitSync();
                    if (counts.size() == times) {
                        return;
                    }
                }
                assertThat(counts).hasSize(times);
            });
        }
    }

    private static void configure(String group, String key, String value) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.GROUP, group),
                            List.of(new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET))))
                    .all()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    private static String bootstrapServers() {
        return String.valueOf(TIDINGS.configuration().get("bootstrap.servers"));
    }

    private static Channel<Void> commands(String name) {
        return new Channel<>(name, TIDINGS.createTopic(name, 1), KeyType.NONE);
    }

    private static Subscription share(Channel<Void> channel, String group, MessageHandler<Void> handler)
            throws InterruptedException {
        Subscription subscription = TIDINGS.transport()
                .subscribe(
                        new SubscriptionSpec<>(channel, List.of(Letters.PARCEL), group).delivered(DeliveryMode.SHARED),
                        handler);
        assertThat(subscription.awaitReady(Letters.SOON)).isTrue();
        return subscription;
    }

    private static OutgoingMessage<Void, Parcel> command(Channel<Void> channel, long number) {
        return OutgoingMessage.of(channel, Letters.PARCEL, null, new Parcel("command", number), SendOptions.NONE);
    }

    private static void send(Channel<Void> channel, long from, long to) throws InterruptedException {
        for (long number = from; number < to; number++) {
            TIDINGS.transport().sink().send(command(channel, number));
        }
        assertThat(TIDINGS.transport().flush(Letters.SOON)).isTrue();
    }
}
