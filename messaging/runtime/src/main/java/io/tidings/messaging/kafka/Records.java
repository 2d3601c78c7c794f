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

    /** The header of a batch, format 2. */
    private static final int BATCH = 61;

    /** A record's own length, attributes, time and offset, at their longest. */
    private static final int RECORD_AT_MOST = 5 + 1 + 10 + 5;

    /** The same without its length, in the first record of a batch. */
    private static final int FIRST_RECORD = 1 + 1 + 1;

    /** The longest variable-length integer before a key, a value or a header's part. */
    private static final int LENGTH = 5;

    /** The most bytes of a char in UTF-8. */
    private static final long CHAR = 3;

    private Records() {}

    /** Partition null: Kafka's default partitioner decides (murmur2 of the key's bytes). */
    static ProducerRecord<byte[], byte[]> outgoing(EncodedMessage message, @Nullable Integer partition) {
        List<Header> headers = new ArrayList<>(message.headers().size());
        message.headers().forEach(header -> headers.add(new RecordHeader(header.name(), header.value())));
        return new ProducerRecord<>(message.address(), partition, message.key(), message.value(), headers);
    }

    static EncodedMessage incoming(ConsumerRecord<byte[], byte[]> record) {
        return EncodedMessage.unopened(record.topic(), record.key(), record.value(), () -> envelope(record));
    }

    private static EncodedMessage.Envelope envelope(ConsumerRecord<byte[], byte[]> record) {
        List<EncodedMessage.Header> headers = new ArrayList<>();
        for (Header header : record.headers()) {
            byte[] value = header.value();
            headers.add(new EncodedMessage.Header(header.key(), value == null ? NOTHING : value));
        }
        return new EncodedMessage.Envelope(id(record), headers);
    }

    /** What others send has no message id: its place stands in for it, which is as unique. */
    static String id(ConsumerRecord<?, ?> record) {
        Header id = record.headers().lastHeader(ID);
        return id == null || id.value() == null
                ? record.topic() + "-" + record.partition() + "-" + record.offset()
                : new String(id.value(), StandardCharsets.UTF_8);
    }

    static Received.Origin origin(ConsumerRecord<?, ?> record) {
        return new Received.Origin(
                record.topic(), record.partition(), record.offset(), Instant.ofEpochMilli(record.timestamp()));
    }

    /** No less than {@link #requestSize} and {@link #batchSize}, and quicker: nearly all messages are far from any limit. */
    static long sizeAtMost(EncodedMessage message) {
        long size = BATCH + RECORD_AT_MOST + 3L * LENGTH + length(message.key()) + length(message.value());
        for (EncodedMessage.Header header : message.headers()) {
            size += 2L * LENGTH + CHAR * header.name().length() + length(header.value());
        }
        return size;
    }

    /** What the producer compares with {@code max.request.size}. */
    static long requestSize(EncodedMessage message) {
        return BATCH + RECORD_AT_MOST + body(message);
    }

    /** What the broker compares with {@code max.message.bytes} when this message, not compressed, is alone in its batch. */
    static long batchSize(EncodedMessage message) {
        long record = FIRST_RECORD + body(message);
        return BATCH + varint(record) + record;
    }

    private static long body(EncodedMessage message) {
        long size = part(message.key())
                + part(message.value())
                + varint(message.headers().size());
        for (EncodedMessage.Header header : message.headers()) {
            size += part(header.name().getBytes(StandardCharsets.UTF_8)) + part(header.value());
        }
        return size;
    }

    private static long part(byte @Nullable [] bytes) {
        return bytes == null ? 1 : varint(bytes.length) + bytes.length;
    }

    private static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** Seven bits a byte, the sign in the lowest bit (zigzag). */
    private static int varint(long length) {
        return (Long.SIZE - Long.numberOfLeadingZeros(length << 1 | 1) + 6) / 7;
    }
}
