package io.tidings.messaging.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record that a share group has lent us, and what has been tried with it. Its worker's, until it is finished. */
final class SharedTask {

    /** Where a record stands. */
    record Place(String topic, int partition, long offset) {
        static Place of(ConsumerRecord<?, ?> record) {
            return new Place(record.topic(), record.partition(), record.offset());
        }
    }

    private final ConsumerRecord<byte[], byte[]> record;
    private int failures;
    private int attempts;
    private @Nullable Throwable condemned;

    SharedTask(ConsumerRecord<byte[], byte[]> record) {
        this.record = record;
    }

    ConsumerRecord<byte[], byte[]> record() {
        return record;
    }

    Place place() {
        return Place.of(record);
    }

    /** How often it has been delivered, this time included. */
    int deliveries() {
        return record.deliveryCount().map(Short::intValue).orElse(1);
    }

    int failures() {
        return failures;
    }

    /** How often it has been tried. */
    int attempts() {
        return attempts;
    }

    /** For another attempt: how often it has failed before. */
    int attempt() {
        attempts++;
        return failures;
    }

    void failed() {
        failures++;
    }

    /** Why it will never be handled; null while it may still be. */
    @Nullable Throwable condemned() {
        return condemned;
    }

    void condemn(Throwable cause) {
        condemned = cause;
    }

    @Override
    public String toString() {
        return "Offset " + record.offset() + " of " + record.topic() + "-" + record.partition();
    }
}
