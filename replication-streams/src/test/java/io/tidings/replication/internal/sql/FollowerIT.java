package io.tidings.replication.internal.sql;

import static io.tidings.replication.internal.sql.SqlFixture.FIRST;
import static io.tidings.replication.internal.sql.SqlFixture.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.KeyType;
import io.tidings.replication.core.Row;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.StopSignal;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.apache.avro.Schema;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The thread that writes, step by step, with a consumer that does what it is told. */
class FollowerIT {

    private static final Schema NO_COLUMNS =
            new Schema.Parser().parse("{\"type\":\"record\",\"name\":\"Text\",\"fields\":[]}");

    private final SqlFixture fixture = new SqlFixture(
            NO_COLUMNS, List.of(), KeyType.STRING, KeyOrder.AS_THEY_ARE, Indexer.NONE, Clock.systemUTC());
    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final TestLogs logs = new TestLogs();
    private final Partitions partitions =
            new Partitions(consumer, new Database(mortal()), fixture.offsets, logs, "Restaurants", "follower");
    private final Applier applier = new Applier(fixture.replica, Clock.systemUTC());
    private final Follower follower = new Follower(
            fixture.replica,
            consumer,
            partitions,
            fixture.writer(mortal()),
            applier,
            new Readiness(),
            new StopSignal(),
            () -> {});
    private boolean away;
    private long offset;

    @BeforeEach
    void assign() {
        consumer.subscribe(fixture.replica.topics(), partitions);
        consumer.updateBeginningOffsets(Map.of(FIRST, 0L));
        consumer.rebalance(List.of(FIRST));
    }

    @Test
    void whatWaitsForTheDatabaseIsWrittenLaterInItsOrder() {
        stepsUntil(() -> !partitions.claims().isEmpty());
        away = true;
        arrives("1", "1=Roma");
        steps(3);
        arrives("1", "2=");
        arrives("1", "3=Bari");
        steps(3);
        assertThat(consumer.paused()).containsExactly(FIRST);
        away = false;
        stepsUntil(() -> next() == 3);

        assertThat(values()).isEqualTo(Map.of("1", "Bari"));
        assertThat(consumer.paused()).isEmpty();
    }

    @Test
    void whatIsTakenAwayWhileItWaitsIsWrittenByOthers() {
        stepsUntil(() -> !partitions.claims().isEmpty());
        away = true;
        arrives("1", "1=Roma");
        steps(3);
        consumer.rebalance(List.of());
        away = false;
        steps(20);

        assertThat(values()).isEmpty();
        consumer.rebalance(List.of(FIRST));
        arrives("1", "1=Roma", 0);
        stepsUntil(() -> next() == 1);
        assertThat(values()).isEqualTo(Map.of("1", "Roma"));
    }

    @Test
    void aDatabaseThatIsAwayWhenPartitionsComeIsWaitedFor() {
        away = true;
        steps(5);
        assertThat(partitions.claims()).isEmpty();
        assertThat(consumer.paused()).containsExactly(FIRST);
        away = false;
        arrives("1", "1=Roma");
        stepsUntil(() -> next() == 1);
    }

    @Test
    void positionsMoveBehindWhatIsNoRecord() {
        stepsUntil(() -> !partitions.claims().isEmpty());
        consumer.seek(FIRST, 5);
        stepsUntil(() -> next() == 5);
    }

    @Test
    void whatIsGoneFromTheLogIsPassedOver() {
        arrives("1", "1=Roma");
        stepsUntil(() -> next() == 1);
        consumer.rebalance(List.of());
        logs.beginning = 10;
        offset = 10;
        consumer.rebalance(List.of(FIRST));
        arrives("2", "1=Bari");
        stepsUntil(() -> next() == 11);

        assertThat(values()).isEqualTo(Map.of("1", "Roma", "2", "Bari"));
    }

    private void arrives(String key, String event) {
        arrives(key, event, offset++);
    }

    private void arrives(String key, String event, long at) {
        logs.end = Math.max(logs.end, at + 1);
        consumer.addRecord(new ConsumerRecord<>("v1", 0, at, bytes(key), bytes(event)));
    }

    private void steps(int steps) {
        for (int step = 0; step < steps; step++) {
            follower.step();
        }
    }

    private void stepsUntil(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            follower.step();
        }
    }

    private long next() {
        return fixture.in(fixture.offsets::read).stream()
                .filter(line -> line.partition().equals(FIRST))
                .mapToLong(StoredPosition::next)
                .findFirst()
                .orElse(-1);
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        fixture.all().forEach((key, row) -> values.put(key, text(row)));
        return values;
    }

    private static String text(Row row) {
        return new String(row.value().bytes(), UTF_8);
    }

    private DataSource mortal() {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (away) {
                        throw new SQLException("connection refused", "08001");
                    }
                    return fixture.source.getConnection();
                });
    }

    private static final class TestLogs implements Logs {

        private long beginning;
        private long end;

        @Override
        public Set<String> missing(Collection<String> topics) {
            return Set.of();
        }

        @Override
        public Map<String, Topic> describe(Collection<String> topics) {
            Map<String, Topic> described = new HashMap<>();
            topics.forEach(topic -> described.put(topic, new Topic("id-1", 1)));
            return described;
        }

        @Override
        public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
            return all(partitions, Math.max(beginning, end));
        }

        @Override
        public Map<TopicPartition, Long> beginnings(Collection<TopicPartition> partitions) {
            return all(partitions, beginning);
        }

        @Override
        public void close() {}

        private static Map<TopicPartition, Long> all(Collection<TopicPartition> partitions, long offset) {
            Map<TopicPartition, Long> offsets = new HashMap<>();
            partitions.forEach(partition -> offsets.put(partition, offset));
            return offsets;
        }
    }
}
