package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is particular to subscriptions on Kafka. */
class KafkaSubscriptionIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void aHandlerSlowerThanThePollIntervalKeepsItsPartition() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("slow", 1));
        Queue<Long> started = new ConcurrentLinkedQueue<>();
        RecordingHandler<String> done = new RecordingHandler<>();
        CountDownLatch never = new CountDownLatch(1);
        Map<String, String> impatient = with("max.poll.interval.ms", "500");
        try (KafkaTransport transport = KafkaTransport.connect(impatient)) {
            subscribe(transport, channel, TIDINGS.unique("slow"), message -> {
                long number = Letters.number(message);
                started.add(number);
                // Work that takes four poll intervals.
                assertThat(number == 0 && never.await(2, TimeUnit.SECONDS)).isFalse();
                done.handle(message);
            });
            for (int number = 0; number < 3; number++) {
                transport.sink().send(Letters.parcel(channel, "parcel", number));
            }

            done.await(3, Letters.SOON);
        }

        assertThat(started).containsExactly(0L, 1L, 2L);
    }

    @Test
    void aSlowPartitionDoesNotHoldUpTheOthers() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("lanes", 2));
        CountDownLatch release = new CountDownLatch(1);
        RecordingHandler<String> done = new RecordingHandler<>();
        KafkaTransport transport = TIDINGS.transport();
        String servers = KafkaBroker.shared().bootstrapServers();
        try (Subscription subscription = subscribe(transport, channel, TIDINGS.unique("lanes"), message -> {
            if (message.origin().partition() == 0) {
                release.await();
            }
            done.handle(message);
        })) {
            EncodedMessage message = transport.codec().encode(Letters.parcel(channel, "parcel", 1));
            ForeignProducer.send(servers, message, 0);
            ForeignProducer.send(servers, message, 1);
            ForeignProducer.send(servers, message, 1);

            assertThat(done.await(2, Letters.SOON))
                    .allMatch(received -> received.origin().partition() == 1);
            release.countDown();
            done.await(3, Letters.SOON);
            assertThat(subscription.running()).isTrue();
        }
    }

    @Test
    void aSuccessorDoesNotRepeatWhatWasDoneBesideASlowMessage() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("beside", 1));
        String group = TIDINGS.unique("beside");
        CountDownLatch never = new CountDownLatch(1);
        RecordingHandler<String> first = new RecordingHandler<>();
        Map<String, String> impatient = with("tidings.close.timeout.ms", "200");
        try (KafkaTransport transport = KafkaTransport.connect(impatient)) {
            subscribe(transport, channel, group, message -> {
                if (Letters.number(message) == 0) {
                    never.await();
                }
                first.handle(message);
            });
            for (int number = 0; number < 20; number++) {
                transport.sink().send(Letters.parcel("key-" + number % 4, channel, "parcel", number));
            }
            first.await(15, Letters.SOON);
        }
        RecordingHandler<String> second = new RecordingHandler<>();

        try (Subscription successor = subscribe(TIDINGS.transport(), channel, group, second)) {
            assertThat(Letters.numbers(second.await(5, Letters.SOON))).containsExactly(0L, 4L, 8L, 12L, 16L);
            assertThat(successor.running()).isTrue();
        }
        assertThat(second.received()).hasSize(5);
    }

    @Test
    void aRecordIsNotSkippedWhileTheDeadLetterChannelIsUnavailable() throws Exception {
        String topic = TIDINGS.createTopic("unburied", 1);
        String group = TIDINGS.unique("group");
        String deadLetters = DeadLetters.address(topic, group);
        TIDINGS.transport().provision(List.of(new TopicSpec(deadLetters, 1, 1, Map.of("max.message.bytes", "10"))));
        Channel<String> channel = Letters.channel(topic);
        RecordingHandler<String> done = new RecordingHandler<>();
        ForeignProducer.send(KafkaBroker.shared().bootstrapServers(), garbage(topic, 100));
        TIDINGS.transport().sink().send(Letters.parcel(channel, "parcel", 1));

        try (Subscription subscription = subscribe(TIDINGS.transport(), channel, group, done)) {
            // Messages of other keys need not wait for it.
            assertThat(Letters.numbers(done.await(1, Letters.SOON))).containsExactly(1L);
            assertThat(subscription.running()).isTrue();
        }
        // A successor finds it again, since nobody has put it away.
        allowMessagesOf(deadLetters, "1000000");
        try (Subscription subscription = subscribe(TIDINGS.transport(), channel, group, done)) {
            TIDINGS.eventually(
                    Letters.SOON,
                    () -> assertThat(TIDINGS.topics().deadLetters(topic, group)).hasSize(1));
            assertThat(subscription.running()).isTrue();
        }
        assertThat(done.received())
                .as("what was done beside it is not done again")
                .hasSize(1);
        assertThat(TIDINGS.topics().deadLetters(topic, group)).hasSize(1);
    }

    @Test
    void theLargestRecordFitsIntoTheDeadLetterChannel() throws Exception {
        String topic = TIDINGS.unique("large");
        TIDINGS.transport().provision(List.of(new TopicSpec(topic, 1, 1, Map.of("max.message.bytes", "3000000"))));
        String group = TIDINGS.unique("group");
        ForeignProducer.send(KafkaBroker.shared().bootstrapServers(), garbage(topic, 2_900_000));

        try (Subscription subscription =
                subscribe(TIDINGS.transport(), Letters.channel(topic), group, new RecordingHandler<>())) {
            TIDINGS.eventually(
                    Letters.SOON,
                    () -> assertThat(TIDINGS.topics().deadLetters(topic, group)).hasSize(1));
            assertThat(subscription.running()).isTrue();
        }
    }

    @Test
    void theClassicProtocolWorksToo() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("classic", 2));
        RecordingHandler<String> done = new RecordingHandler<>();
        Map<String, String> classic = with("group.protocol", "classic", "session.timeout.ms", "10000");
        try (KafkaTransport transport = KafkaTransport.connect(classic)) {
            subscribe(transport, channel, TIDINGS.unique("classic"), done);
            transport.sink().send(Letters.parcel(channel, "parcel", 1));

            done.await(1, Letters.SOON);
        }
    }

    @Test
    void aMemberMayHaveNothingToDo() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("surplus", 1));
        String group = TIDINGS.unique("surplus");
        RecordingHandler<String> done = new RecordingHandler<>();

        try (Subscription one = subscribe(TIDINGS.transport(), channel, group, done);
                Subscription other = subscribe(TIDINGS.transport(), channel, group, done)) {
            TIDINGS.transport().sink().send(Letters.parcel(channel, "parcel", 1));

            done.await(1, Letters.SOON);
            assertThat(one.running() && other.running()).isTrue();
        }
    }

    @Test
    void aMissingTopicIsNamedAtOnce() {
        SubscriptionSpec<String> spec =
                new SubscriptionSpec<>(Letters.channel("no-such-topic"), List.of(Letters.PARCEL), "group");

        assertThatThrownBy(() -> TIDINGS.transport().subscribe(spec, message -> {}))
                .isInstanceOf(MissingTopicException.class)
                .hasMessageContaining("'no-such-topic'")
                .hasMessageContaining("provision");
    }

    @Test
    void aHandlerMayCloseItsOwnSubscription() throws Exception {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("own", 1));
        String group = TIDINGS.unique("own");
        RecordingHandler<String> done = new RecordingHandler<>();
        Queue<Subscription> itself = new ConcurrentLinkedQueue<>();
        Subscription subscription = subscribe(TIDINGS.transport(), channel, group, message -> {
            itself.forEach(Subscription::close);
            done.handle(message);
        });
        itself.add(subscription);

        TIDINGS.transport().sink().send(Letters.parcel(channel, "parcel", 1));

        done.await(1, Letters.SOON);
        TIDINGS.eventually(
                Letters.SOON, () -> assertThat(subscription.running()).isFalse());
    }

    private static Subscription subscribe(
            KafkaTransport transport, Channel<String> channel, String group, MessageHandler<String> handler)
            throws InterruptedException {
        Subscription subscription =
                transport.subscribe(new SubscriptionSpec<>(channel, List.of(Letters.PARCEL), group), handler);
        assertThat(subscription.awaitReady(Letters.SOON)).isTrue();
        return subscription;
    }

    private static Map<String, String> with(String... more) {
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        for (int i = 0; i < more.length; i += 2) {
            configuration.put(more[i], more[i + 1]);
        }
        return configuration;
    }

    private static EncodedMessage garbage(String topic, int size) {
        byte[] value = new byte[size];
        value[0] = 'x';
        return new EncodedMessage("garbage", topic, null, value, List.of());
    }

    private static void allowMessagesOf(String topic, String bytes) throws Exception {
        Map<String, Object> configuration =
                Map.of("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        try (Admin admin = Admin.create(configuration)) {
            admin.incrementalAlterConfigs(Map.of(
                            new ConfigResource(ConfigResource.Type.TOPIC, topic),
                            List.of(new AlterConfigOp(
                                    new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET))))
                    .all()
                    .get();
        }
    }
}
