package io.tidings.benchmarks.messaging;

import io.tidings.messaging.serde.AvroDeserializer;
import io.tidings.messaging.serde.AvroSerializer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Messages as careful code writes them by hand: the headers of a generated client, of which those that never change are kept. */
public final class BareMessages<V extends SpecificRecord> {

    static final String CORRELATION_ID = "ce_correlationid";

    private static final Map<String, Object> REGISTRY =
            Map.of("schema.registry.url", "mock://bare", "specific.avro.reader", true);

    private final AvroSerializer<V> serializer = new AvroSerializer<>();
    private final AvroDeserializer<V> deserializer = new AvroDeserializer<>();
    private final Header type;
    private final Header version = header("ce_specversion", "1.0");
    private final Header source = header("ce_source", "urn:tidings:bench");
    private final Header contentType = header("content-type", "application/avro");

    public BareMessages(String type) {
        this.type = header("ce_type", type);
        serializer.configure(REGISTRY, false);
        deserializer.configure(REGISTRY, false);
    }

    ProducerRecord<byte[], byte[]> write(String topic, String key, V payload, Header... more) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        List<Header> headers = new ArrayList<>(10);
        headers.add(version);
        headers.add(header("ce_id", new UUID(random.nextLong(), random.nextLong()).toString()));
        headers.add(source);
        headers.add(type);
        headers.add(
                header("ce_time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()));
        headers.add(new RecordHeader("ce_subject", keyBytes));
        headers.add(contentType);
        headers.addAll(List.of(more));
        return new ProducerRecord<>(topic, null, keyBytes, serializer.serialize(topic, payload), headers);
    }

    /** As a consumer calls its deserializer. */
    public V read(ConsumerRecord<byte[], byte[]> record) {
        return Objects.requireNonNull(deserializer.deserialize(record.topic(), record.headers(), record.value()));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
