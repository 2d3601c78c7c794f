package io.tidings.testing;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.TopicSpec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.testing.contract.BrokerUnderTest;
import io.tidings.testing.contract.FailureContract;
import io.tidings.testing.contract.ObservationContract;
import io.tidings.testing.contract.PublishSubscribeContract;
import io.tidings.testing.contract.RequestReplyContract;
import io.tidings.testing.contract.TransactionalSinkContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts, on a real broker. */
class KafkaTransportIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    private static final BrokerUnderTest KAFKA = new BrokerUnderTest() {
        @Override
        public Transport connect() {
            return KafkaTransport.connect(TIDINGS.configuration());
        }

        @Override
        public void createChannel(String address, int partitions) {
            TIDINGS.transport().provision(List.of(new TopicSpec(address, partitions, 1, Map.of())));
        }

        @Override
        public MessageCodec codec(Transport transport) {
            return ((KafkaTransport) transport).codec();
        }

        @Override
        public TransactionalSink transactionalSink(Transport transport, String transactionalId) {
            return ((KafkaTransport) transport).transactionalSink(transactionalId);
        }

        @Override
        public void append(EncodedMessage message) {
            ForeignProducer.send(KafkaBroker.shared().bootstrapServers(), message);
        }

        @Override
        public List<EncodedMessage> deadLetters(String address, String group) {
            return TIDINGS.topics().deadLetters(address, group);
        }
    };

    @Nested
    class PublishSubscribe extends PublishSubscribeContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class RequestReply extends RequestReplyContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class Transactions extends TransactionalSinkContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class Observation extends ObservationContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }

        @Override
        protected Transport connect(MessagingListener... listeners) {
            KafkaTransport.Builder builder = KafkaTransport.builder(TIDINGS.configuration());
            List.of(listeners).forEach(builder::listener);
            return builder.connect();
        }
    }
}
