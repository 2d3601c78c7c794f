package io.tidings.outbox.debezium;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.jdbc.outbox.OutboxHeaders;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.relay.LoggedRow;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.source.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Debezium's, around a row of the outbox. Stateless. */
final class Envelope {
    private Envelope() {}

    /** The row that was inserted; null for what is no insert, as heartbeats are. */
    static @Nullable LoggedRow open(SourceRecord record) {
        if (!(record.value() instanceof Struct envelope)
                || envelope.schema().field("op") == null
                || !"c".equals(envelope.getString("op"))) {
            return null;
        }
        Struct row = envelope.getStruct("after");
        EncodedMessage message = new EncodedMessage(
                row.getString("message_id"),
                row.getString("address"),
                bytes(row, "key"),
                bytes(row, "value"),
                OutboxHeaders.decode(Objects.requireNonNull(bytes(row, "headers"))));
        Long transaction = envelope.getStruct("source").getInt64("txId");
        return new LoggedRow(new OutboxRow(row.getInt64("id"), message), transaction);
    }

    private static byte @Nullable [] bytes(Struct row, String column) {
        Object value = row.get(column);
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes;
        }
        return (byte[]) value;
    }
}
