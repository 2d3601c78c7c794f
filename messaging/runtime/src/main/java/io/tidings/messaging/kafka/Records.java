package io.tidings.messaging.kafka;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Received;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Messages as Kafka's records. */
final class Records {

    private static final byte[] NOTHING = {};

    /** The header that holds the message id in CloudEvents' Kafka binding. */
    private static final String ID = "ce_id";

    /** A batch's header (61 bytes), and a record's own numbers at their longest. */
    private static final int OVERHEAD = 61 + 5 + 1 + 10 + 5;

    /** The longest variable-length integer before a key, a value or a header's part. */
    private static final int LENGTH = 5;

    private Records() {}

    /** Partition null: Kafka's default partitioner decides (murmur2 of the key's bytes). */
    static ProducerRecord<byte[], byte[]> outgoing(EncodedMessage message, @Nullable Integer partition) {
        List<Header> headers = new ArrayList<>(message.headers().size());
        message.headers().forEach(header -> headers.add(new RecordHeader(header.name(), header.value())));
        return new ProducerRecord<>(message.address(), partition, message.key(), message.value(), headers);
    }

    /** What others send has no message id: its place stands in for it, which is as unique. */
    static EncodedMessage incoming(ConsumerRecord<byte[], byte[]> record) {
        List<EncodedMessage.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.add(new EncodedMessage.Header(header.key(), value == null ? NOTHING : value));
        }
        Header id = record.headers().lastHeader(ID);
        String name = id == null || id.value() == null
                ? record.topic() + "-" + record.partition() + "-" + record.offset()
                : new String(id.value(), StandardCharsets.UTF_8);
        return new EncodedMessage(name, record.topic(), record.key(), record.value(), headers);
    }

    static Received.Origin origin(ConsumerRecord<?, ?> record) {
        return new Received.Origin(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    /** How many bytes a request with this message alone has at most, as the producer reckons before it compresses. */
    static long size(EncodedMessage message) {
        long size = OVERHEAD + part(message.key()) + part(message.value()) + LENGTH;
        for (EncodedMessage.Header header : message.headers()) {
            size += part(header.name().getBytes(StandardCharsets.UTF_8)) + part(header.value());
        }
        return size;
    }

    private static long part(byte @Nullable [] bytes) {
        return LENGTH + (bytes == null ? 0L : bytes.length);
    }
}
