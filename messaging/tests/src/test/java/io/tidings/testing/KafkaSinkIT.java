package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.contract.Parcel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is particular to sending over Kafka. */
class KafkaSinkIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void aMissingTopicIsNamedAtOnce() {
        assertThatThrownBy(() -> TIDINGS.transport()
                        .sink()
                        .send(Letters.parcel(Letters.channel("no-such-topic"), "parcel", 1))
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(MissingTopicException.class)
                .hasMessageContaining("'no-such-topic'");
    }

    @Test
    void aMessageThatIsTooLargeForTheProducerFailsItsCaller() {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("oversize", 1));
        OutgoingMessage<String, Parcel> huge = OutgoingMessage.of(
                channel,
                Letters.PARCEL,
                "key",
                new Parcel("x".repeat(2_000_000), 1),
                SendOptions.NONE.withId("the-huge-one"));

        assertThatThrownBy(() -> TIDINGS.transport().sink().send(huge))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("the-huge-one")
                .hasMessageContaining("max.request.size");
    }

    @Test
    void aMessageThatIsTooLargeForItsTopicFailsItsCallerUntilTheTopicAllowsMore() throws Exception {
        String topic = TIDINGS.unique("small-messages");
        TIDINGS.transport().provision(List.of(new TopicSpec(topic, 1, 1, Map.of("max.message.bytes", "2000"))));
        OutgoingMessage<String, Parcel> large = Letters.parcel(Letters.channel(topic), "x".repeat(5000), 1);

        assertThatThrownBy(() -> TIDINGS.transport().sink().send(large))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining(topic)
                .hasMessageContaining("'max.message.bytes' allows 2000");
        assertThat(TIDINGS.topics().messages(topic)).isEmpty();

        allow(topic, "10000");
        TIDINGS.transport().sink().send(large).toCompletableFuture().get(30, TimeUnit.SECONDS);
        assertThat(TIDINGS.topics().messages(topic)).hasSize(1);
    }

    private static void allow(String topic, String bytes) throws Exception {
        try (Admin admin = Admin.create(Map.of(
                "bootstrap.servers", String.valueOf(TIDINGS.configuration().get("bootstrap.servers"))))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            AlterConfigOp more =
                    new AlterConfigOp(new ConfigEntry("max.message.bytes", bytes), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(resource, List.of(more))).all().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void aMessageWithoutAKeyDoesNotGoToACompactedTopic() {
        String topic = TIDINGS.unique("compacted");
        TIDINGS.transport().provision(List.of(new TopicSpec(topic, 1, 1, Map.of("cleanup.policy", "compact"))));
        Channel<Void> channel = new Channel<>("parcels", topic, KeyType.NONE);
        OutgoingMessage<Void, Parcel> unkeyed =
                OutgoingMessage.of(channel, Letters.PARCEL, null, new Parcel("lost", 1), SendOptions.NONE);

        assertThatThrownBy(() -> TIDINGS.transport().sink().send(unkeyed))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("no key");
        try (TransactionalSink sink = TIDINGS.transport().transactionalSink(TIDINGS.unique("relay"))) {
            List<EncodedMessage> batch = List.of(TIDINGS.transport().codec().encode(unkeyed));
            assertThatThrownBy(() -> sink.send(batch))
                    .as("A relay must not try this for ever")
                    .isInstanceOf(PoisonMessageException.class);
        }
    }

    @Test
    void aBatchWithAMessageThatTheTopicRefusesIsNotSentAtAll() {
        String topic = TIDINGS.unique("small");
        TIDINGS.transport().provision(List.of(new TopicSpec(topic, 1, 1, Map.of("max.message.bytes", "2000"))));
        Channel<String> channel = Letters.channel(topic);
        EncodedMessage good = encode(channel, "good");
        EncodedMessage huge = encode(channel, "x".repeat(5000));

        try (TransactionalSink sink = TIDINGS.transport().transactionalSink(TIDINGS.unique("relay"))) {
            assertThatThrownBy(() -> sink.send(List.of(good, huge)))
                    .isInstanceOf(PoisonMessageException.class)
                    .hasMessageContaining(huge.id());
            assertThat(TIDINGS.topics().messages(topic)).isEmpty();

            sink.send(List.of(good));
            // A commit is decided when it returns; a moment later readers see it.
            TIDINGS.eventually(
                    Letters.SOON,
                    () -> assertThat(TIDINGS.topics().messages(topic))
                            .extracting(EncodedMessage::id)
                            .containsExactly(good.id()));
        }
    }

    @Test
    void nothingIsSentAfterClosing() {
        Channel<String> channel = Letters.channel(TIDINGS.createTopic("closed", 1));
        KafkaTransport transport = KafkaTransport.connect(TIDINGS.configuration());
        transport.close();

        assertThatThrownBy(() -> transport
                        .sink()
                        .send(Letters.parcel(channel, "parcel", 1))
                        .toCompletableFuture()
                        .get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class);
    }

    private static EncodedMessage encode(Channel<String> channel, String label) {
        return TIDINGS.transport().codec().encode(Letters.parcel(channel, label, 1));
    }
}
