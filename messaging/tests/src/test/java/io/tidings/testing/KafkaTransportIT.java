package io.tidings.testing;

import io.tidings.messaging.Transport;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.observe.MessagingListener;
import io.tidings.testing.contract.AtomicSinkContract;
import io.tidings.testing.contract.BatchContract;
import io.tidings.testing.contract.BrokerUnderTest;
import io.tidings.testing.contract.DeclaredPlacesContract;
import io.tidings.testing.contract.FailureContract;
import io.tidings.testing.contract.GatherContract;
import io.tidings.testing.contract.MajorsContract;
import io.tidings.testing.contract.ObservationContract;
import io.tidings.testing.contract.PublishSubscribeContract;
import io.tidings.testing.contract.RequestReplyContract;
import io.tidings.testing.contract.SharedDeliveryContract;
import io.tidings.testing.contract.StartPositionContract;
import io.tidings.testing.contract.TransactionalSinkContract;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contracts, on a real broker. */
class KafkaTransportIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS = TidingsExtension.builder().kafka().build();

    private static final BrokerUnderTest KAFKA = new KafkaUnderTest(TIDINGS);

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
    class Batches extends BatchContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class Gathering extends GatherContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class DeclaredPlaces extends DeclaredPlacesContract {
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
    class StartPositions extends StartPositionContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class SharedDelivery extends SharedDeliveryContract {
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

    @Nested
    class Together extends AtomicSinkContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }

    @Nested
    class TwoMajors extends MajorsContract {
        @Override
        protected BrokerUnderTest broker() {
            return KAFKA;
        }
    }
}
