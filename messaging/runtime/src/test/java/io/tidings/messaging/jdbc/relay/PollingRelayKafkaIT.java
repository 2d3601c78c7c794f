package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.kafka.KafkaTransport;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/** The relay over a real broker, whose transactions fence in earnest. */
class PollingRelayKafkaIT {
    private static final RelayOptions OPTIONS = RelayOptions.named("kafka-it")
            .withPollInterval(Duration.ofMillis(10))
            .withLease(Duration.ofMillis(500))
            .withBatchSize(5);

    private final KafkaBroker kafka = KafkaBroker.shared();
    private final Database database = Database.create();
    private final Accounts accounts = new Accounts();

    private KafkaTransport connect() {
        return KafkaTransport.connect(
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "schema.registry.url", "mock://relay"),
                new Notes());
    }

    /** All that readers of committed messages see, as soon as it is as much as expected. */
    private List<ConsumerRecord<byte[], byte[]>> read(int expected) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(),
                "isolation.level", "read_committed",
                "auto.offset.reset", "earliest");
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("notes").stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Await.until("records are there", () -> {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
                return records.size() >= expected;
            });
        }
        return records;
    }

    @Test
    void aZombieOfARealBrokerIsFencedAndEachKeyIsInOrder() throws Exception {
        kafka.createTopic("notes", 2);
        CountDownLatch paused = new CountDownLatch(1);
        CountDownLatch resumed = new CountDownLatch(1);
        AtomicReference<RuntimeException> fenced = new AtomicReference<>();
        for (int i = 0; i < 20; i++) {
            accounts.commit(database, "account-" + i % 2);
        }
        try (KafkaTransport here = connect();
                KafkaTransport there = connect();
                PollingRelay zombie = PollingRelay.start(
                        database.source(),
                        id -> pausing(here.transactionalSink(id), paused, resumed, fenced),
                        OPTIONS)) {
            assertThat(paused.await(60, TimeUnit.SECONDS)).isTrue();
            try (PollingRelay successor = PollingRelay.start(database.source(), there::transactionalSink, OPTIONS)) {
                Await.until("the successor has sent all", () -> database.count("tidings_outbox") == 0);
                resumed.countDown();
                Await.until("the zombie is fenced", () -> fenced.get() != null);
                for (int i = 0; i < 10; i++) {
                    accounts.commit(database, "account-" + i % 2);
                }
                successor.wake();
                Await.until("the rest is sent", () -> database.count("tidings_outbox") == 0);
                assertThat(zombie.status().role()).isNotEqualTo(RelayStatus.Role.STOPPED);
            }
        }
        assertThat(fenced.get()).isInstanceOf(TransactionalSink.FencedException.class);
        List<ConsumerRecord<byte[], byte[]>> records = read(30);
        for (String account : List.of("account-0", "account-1")) {
            assertThat(records)
                    .filteredOn(record -> text(record.key()).equals(account))
                    .extracting(record -> text(record.value()))
                    .as("each where it first came; a slow machine may have seen more than one take-over")
                    .satisfies(told -> assertThat(told.stream().distinct().toList())
                            .isEqualTo(IntStream.rangeClosed(1, 15)
                                    .mapToObj(version -> account + ":" + version)
                                    .toList()));
        }
        assertThat(records)
                .allSatisfy(record ->
                        assertThat(record.headers().lastHeader("ce_id")).isNotNull());
    }

    private static TransactionalSink pausing(
            TransactionalSink sink,
            CountDownLatch paused,
            CountDownLatch resumed,
            AtomicReference<RuntimeException> failure) {
        AtomicBoolean once = new AtomicBoolean(paused.getCount() == 0);
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                if (!once.getAndSet(true)) {
                    paused.countDown();
                    awaitQuietly(resumed);
                }
                try {
                    sink.send(batch);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                    throw e;
                }
            }

            @Override
            public void close() {
                sink.close();
            }
        };
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
