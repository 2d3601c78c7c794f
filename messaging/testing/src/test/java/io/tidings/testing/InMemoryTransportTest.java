package io.tidings.testing;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.Transport;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.testing.contract.BrokerUnderTest;
import io.tidings.testing.contract.FailureContract;
import io.tidings.testing.contract.ObservationContract;
import io.tidings.testing.contract.PublishSubscribeContract;
import io.tidings.testing.contract.RequestReplyContract;
import io.tidings.testing.contract.TransactionalSinkContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** The contracts, in memory. */
class InMemoryTransportTest {

    private static final InMemoryTransport SHARED = InMemoryTransport.create();

    private static final BrokerUnderTest MEMORY = new BrokerUnderTest() {
        @Override
        public Transport connect() {
            return SHARED.broker().connect(SHARED.codec());
        }

        @Override
        public void createChannel(String address, int partitions) {
            // A channel is there when it is first used.
        }

        @Override
        public MessageCodec codec(Transport transport) {
            return SHARED.codec();
        }

        @Override
        public TransactionalSink transactionalSink(Transport transport, String transactionalId) {
            return ((InMemoryTransport) transport).transactionalSink(transactionalId);
        }

        @Override
        public void append(EncodedMessage message) {
            SHARED.broker().append(message);
        }

        @Override
        public List<EncodedMessage> deadLetters(String address, String group) {
            return SHARED.broker().messages(DeadLetters.address(address, group));
        }
    };

    @Nested
    class PublishSubscribe extends PublishSubscribeContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class Failure extends FailureContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class RequestReply extends RequestReplyContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class Transactions extends TransactionalSinkContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class Observation extends ObservationContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }

        @Override
        protected Transport connect(MessagingListener... listeners) {
            return SHARED.broker().connect(SHARED.codec(), listeners);
        }
    }
}
