package io.tidings.testing;

import io.tidings.messaging.Transport;
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
import org.junit.jupiter.api.Nested;

/** The contracts, in memory. */
class InMemoryTransportTest {

    private static final MemoryUnderTest MEMORY = new MemoryUnderTest();

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
    class Batches extends BatchContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class Gathering extends GatherContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class DeclaredPlaces extends DeclaredPlacesContract {
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
    class StartPositions extends StartPositionContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class SharedDelivery extends SharedDeliveryContract {
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
            return MEMORY.connect(listeners);
        }
    }

    @Nested
    class Together extends AtomicSinkContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }

    @Nested
    class TwoMajors extends MajorsContract {
        @Override
        protected BrokerUnderTest broker() {
            return MEMORY;
        }
    }
}
