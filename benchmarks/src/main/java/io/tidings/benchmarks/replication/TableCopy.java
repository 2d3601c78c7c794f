package io.tidings.benchmarks.replication;

import com.example.shop.Order;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.Confluent;
import io.tidings.benchmarks.MediumOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.state.KeyValueStore;

/** What everybody writes first: {@code KStream.toTable} with Confluent's serde, as it comes. It takes whatever comes last. */
final class TableCopy implements Copy {

    private static final Map<String, Object> REGISTRY =
            Map.of("schema.registry.url", "mock://table", "specific.avro.reader", true);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final KafkaStreams streams;
    private final LongAdder read;
    private final long messages;

    private TableCopy(KafkaStreams streams, LongAdder read, long messages) {
        this.streams = streams;
        this.read = read;
        this.messages = messages;
    }

    /** Begins to read. A topic's messages bear schema ids of a registry of ours; theirs has the same schemas by the same ids. */
    static TableCopy start(Broker broker, String topic, String id, Path state) throws Exception {
        Serde<Order> orders = Serdes.serdeFrom(Confluent.serializer(REGISTRY), Confluent.deserializer(REGISTRY));
        // Their registry learns the schema, as ours has: the first one of each.
        orders.serializer().serialize(topic, MediumOrder.make());
        LongAdder read = new LongAdder();
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(topic, Consumed.with(Serdes.String(), orders))
                .peek((key, order) -> read.increment())
                .toTable(Materialized.<String, Order, KeyValueStore<Bytes, byte[]>>as("orders")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(orders));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, id);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.servers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put("auto.offset.reset", "earliest");
        KafkaStreams streams = new KafkaStreams(builder.build(), settings);
        TableCopy copy = new TableCopy(streams, read, broker.size(topic));
        streams.start();
        return copy;
    }

    @Override
    public void awaitAll() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (read.sum() < messages) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The table has " + read.sum() + " of " + messages);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(Duration.ofSeconds(30)));
        streams.cleanUp();
    }
}
