package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumWriter;
import org.jspecify.annotations.Nullable;

/** Writes payloads with the very schema whose id they bear. */
final class DatumFrame implements PayloadWriter {

    /** Kafka calls serializers from whatever threads send. */
    private static final ThreadLocal<ByteArrayEncoder> ENCODERS = ThreadLocal.withInitial(ByteArrayEncoder::new);

    private final int schemaId;
    private final Schema schema;
    private final DatumWriter<Object> writer;

    @SuppressWarnings("unchecked") // Avro's models make writers of whatever fits the schema
    DatumFrame(int schemaId, Schema schema, GenericData model) {
        this.schemaId = schemaId;
        this.schema = schema;
        this.writer = model.createDatumWriter(schema);
    }

    @Override
    public byte[] write(Object payload) {
        if (schema.getType() == Schema.Type.BYTES) {
            return raw(payload);
        }
        try {
            ByteArrayEncoder encoder = ENCODERS.get().begin();
            writer.write(payload, encoder);
            return encoder.finish(schemaId);
        } catch (IOException | RuntimeException e) {
            throw unfit(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw unfit("it is nested too deeply", e);
        }
    }

    /** As Confluent's serializers have it, a payload that is bytes as a whole goes without Avro's length. */
    private byte[] raw(Object payload) {
        ByteBuffer bytes;
        if (payload instanceof byte[] array) {
            bytes = ByteBuffer.wrap(array);
        } else if (payload instanceof ByteBuffer buffer) {
            bytes = buffer.duplicate();
        } else {
            throw unfit("it is a " + payload.getClass().getName(), null);
        }
        byte[] message = new byte[WireFormat.HEADER + bytes.remaining()];
        WireFormat.putHeader(message, schemaId);
        bytes.get(message, WireFormat.HEADER, bytes.remaining());
        return message;
    }

    private PoisonMessageException unfit(@Nullable String why, @Nullable Throwable cause) {
        return new PoisonMessageException(
                "The payload does not fit the schema " + schema.getFullName() + ": " + why, cause);
    }
}
