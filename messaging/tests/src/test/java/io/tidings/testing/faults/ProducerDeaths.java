package io.tidings.testing.faults;

import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Dies inside Kafka's producer: the broker has a record, and whoever sent it has not heard of it. */
public final class ProducerDeaths implements ProducerInterceptor<byte[], byte[]> {

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> message) {
        return message;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {
        if (metadata == null || exception != null) {
            return;
        }
        if (metadata.topic().endsWith(".dead-letter")) {
            KillPoint.DEAD_LETTER_SENT.reach();
        } else if (metadata.topic().endsWith(Shop.SHIPMENTS) || metadata.topic().endsWith(OutboxField.TOLD)) {
            KillPoint.RELAY_UNCOMMITTED.reach();
        }
    }

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
