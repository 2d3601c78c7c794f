package io.tidings.testing;

import io.tidings.testing.contract.AtomicSinkContract;
import io.tidings.testing.contract.BrokerUnderTest;
import io.tidings.testing.contract.PublishSubscribeContract;
import io.tidings.testing.contract.RequestReplyContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The contracts of whoever publishes, through an outbox in PostgreSQL: to a real broker, and to memory. Replies go through it
 * too. What becomes of a message that a handler cannot handle is the receiving side's alone, and fencing is what the relay
 * stands on: those contracts have nothing to say here.
 */
class OutboxTransportIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().kafka().postgres().build();

    private static OutboxUnderTest kafka;
    private static OutboxUnderTest memory;

    @BeforeAll
    static void start() throws SQLException {
        kafka = new OutboxUnderTest(new KafkaUnderTest(TIDINGS), TIDINGS.newDataSource(), TIDINGS.unique("kafka"));
        memory = new OutboxUnderTest(new MemoryUnderTest(), TIDINGS.newDataSource(), TIDINGS.unique("memory"));
    }

    @AfterAll
    static void stop() {
        kafka.close();
        memory.close();
    }

    @Nested
    class PublishToKafka extends PublishSubscribeContract {
        @Override
        protected BrokerUnderTest broker() {
            return kafka;
        }
    }

    @Nested
    class ReplyOverKafka extends RequestReplyContract {
        @Override
        protected BrokerUnderTest broker() {
            return kafka;
        }
    }

    @Nested
    class PublishToMemory extends PublishSubscribeContract {
        @Override
        protected BrokerUnderTest broker() {
            return memory;
        }
    }

    @Nested
    class ReplyOverMemory extends RequestReplyContract {
        @Override
        protected BrokerUnderTest broker() {
            return memory;
        }
    }

    @Nested
    class TogetherToKafka extends AtomicSinkContract {
        @Override
        protected BrokerUnderTest broker() {
            return kafka;
        }
    }
}
