package io.tidings.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.ReplyChannel;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.kafka.KafkaTransport;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
}
