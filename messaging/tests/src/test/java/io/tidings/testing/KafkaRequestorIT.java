package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.config.InvalidConfigurationException;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.contract.Parcel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is particular to asking over Kafka. */
class KafkaRequestorIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    @Test
    void noMoreRequestsWaitThanMay() {
        Channel<String> requests = Letters.channel(TIDINGS.createTopic("requests", 1));
        Channel<String> replies = Letters.channel(TIDINGS.createTopic("replies", 1));
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.put("tidings.request.outstanding.max", "1");
        try (KafkaTransport transport = KafkaTransport.connect(configuration);
                Requestor requestor = transport.requestor(new ReplyChannel<>(replies, List.of(Letters.PARCEL)))) {
            requestor.request(Letters.parcel(requests, "first", 1), Letters.SOON);

            assertThatThrownBy(() -> requestor
                            .request(Letters.parcel(requests, "second", 2), Letters.SOON)
                            .toCompletableFuture()
                            .get())
                    .cause()
                    .isInstanceOf(TransientMessagingException.class);
            assertThat(requestor.outstanding()).isEqualTo(1);
        }
    }

    @Test
    void aMissingReplyTopicIsNamedAtOnce() {
        Channel<String> replies = Letters.channel("no-such-replies");

        assertThatThrownBy(() -> TIDINGS.transport().requestor(new ReplyChannel<>(replies, List.of(Letters.PARCEL))))
                .isInstanceOf(MissingTopicException.class)
                .hasMessageContaining("'no-such-replies'");
    }

    @Test
    void aMissingRequestTopicEndsTheRequest() {
        Channel<String> replies = Letters.channel(TIDINGS.createTopic("lonely-replies", 1));
        try (Requestor requestor =
                TIDINGS.transport().requestor(new ReplyChannel<>(replies, List.of(Letters.PARCEL)))) {
            assertThatThrownBy(() -> requestor
                            .request(Letters.parcel(Letters.channel("no-such-requests"), "first", 1), Letters.SOON)
                            .toCompletableFuture()
                            .get())
                    .cause()
                    .isInstanceOf(MissingTopicException.class);
            assertThat(requestor.outstanding()).isZero();
        }
    }

    @Test
    void repliesOnPartitionsThatAreAddedLaterAreHeard() {
        String topic = TIDINGS.createTopic("growing-replies", 1);
        Channel<String> requests = Letters.channel(TIDINGS.createTopic("unanswered", 1));
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.put("consumer.metadata.max.age.ms", "100");
        try (KafkaTransport transport = KafkaTransport.connect(configuration);
                Requestor requestor =
                        transport.requestor(new ReplyChannel<>(Letters.channel(topic), List.of(Letters.PARCEL)))) {
            SendOptions options = SendOptions.NONE.withCorrelationId("third");
            CompletionStage<Received<?, ?>> reply = requestor.request(
                    OutgoingMessage.of(requests, Letters.PARCEL, "key", new Parcel("key", 1), options), Letters.SOON);
            ForeignProducer.addPartitions(KafkaBroker.shared().bootstrapServers(), topic, 3);

            EncodedMessage answer = transport
                    .codec()
                    .encode(OutgoingMessage.of(
                            Letters.channel(topic), Letters.PARCEL, "key", new Parcel("key", 3), options));
            ForeignProducer.send(KafkaBroker.shared().bootstrapServers(), answer, 2);

            assertThat(reply.toCompletableFuture()).succeedsWithin(Letters.SOON);
        }
    }

    @Test
    void anInstancesChannelIsMadeWhenItIsOpened() {
        Channel<String> replies = Letters.channel(TIDINGS.createTopic("own-replies", 3));
        Map<String, String> configuration = new LinkedHashMap<>(TIDINGS.configuration());
        configuration.put("tidings.reply.channel", "instance");
        assertThatThrownBy(() -> KafkaTransport.connect(configuration))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("tidings.instance");
        configuration.put("tidings.instance", "orders-0");
        try (KafkaTransport transport = KafkaTransport.connect(configuration);
                Requestor requestor = transport.requestor(new ReplyChannel<>(replies, List.of(Letters.PARCEL)))) {
            Channel<String> own = Letters.channel(replies.address() + ".orders-0");
            // It is there: listening to a missing topic fails.
            TIDINGS.transport()
                    .requestor(new ReplyChannel<>(own, List.of(Letters.PARCEL)))
                    .close();
            assertThat(requestor.outstanding()).isZero();
        }
    }
}
