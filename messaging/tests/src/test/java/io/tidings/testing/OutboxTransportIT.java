package io.tidings.testing;

import io.tidings.testing.contract.AtomicSinkContract;
import io.tidings.testing.contract.BrokerUnderTest;
import io.tidings.testing.contract.PublishSubscribeContract;
import io.tidings.testing.contract.RequestReplyContract;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The contracts of whoever publishes, through an outbox in PostgreSQL: to a real broker, and to memory; by a relay that polls
 * and by one that reads the log. Replies go through it too. What becomes of a message that a handler cannot handle is the receiving side's alone, and fencing is what the relay
 * stands on: those contracts have nothing to say here.
 */
class OutboxTransportIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().kafka().postgres().build();

    private static OutboxUnderTest kafka;
    private static OutboxUnderTest memory;
    private static OutboxUnderTest byLog;

    @BeforeAll
    static void start() throws SQLException {
        kafka = outbox(new KafkaUnderTest(TIDINGS), "kafka", RelayUnderTest::polling);
        memory = outbox(new MemoryUnderTest(), "memory", RelayUnderTest::polling);
        byLog = outbox(new KafkaUnderTest(TIDINGS), "log", RelayUnderTest::tailing);
    }

    private static OutboxUnderTest outbox(BrokerUnderTest behind, String name, RelayUnderTest.Kind kind)
            throws SQLException {
        PGSimpleDataSource database = (PGSimpleDataSource) TIDINGS.newDataSource();
        return new OutboxUnderTest(behind, database, TIDINGS.unique(name), kind);
    }

    @AfterAll
    static void stop() {
        kafka.close();
        memory.close();
        byLog.close();
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
    class PublishToKafkaByTheLog extends PublishSubscribeContract {
        @Override
        protected BrokerUnderTest broker() {
            return byLog;
        }
    }

    /** With the long runs (-Pfaults): what a reply adds to publishing is the same behind each relay. */
    @Nested
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    class ReplyOverKafkaByTheLog extends RequestReplyContract {
        @Override
        protected BrokerUnderTest broker() {
            return byLog;
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
