package io.tidings.messaging.serde;

import io.tidings.messaging.EncodedMessage.Header;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.avro.DatumOutput;
import io.tidings.messaging.avro.RecordCodec;
import io.tidings.messaging.avro.TooDeepException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumWriter;
import org.jspecify.annotations.Nullable;

/** Writes payloads with the very schema whose id they bear: by their generated codec, or else with Avro's own writer. */
final class DatumFrame implements PayloadWriter {

    /** Kafka calls serializers from whatever threads send. */
    private static final ThreadLocal<DatumOutput> OUTPUTS = ThreadLocal.withInitial(DatumOutput::new);

    private final IdPlacement place;
    private final Schema schema;
    private final @Nullable RecordCodec<Object> codec;
    private final DatumWriter<Object> writer;

    @SuppressWarnings("unchecked") // Avro's models make writers of whatever fits the schema
    DatumFrame(IdPlacement place, Schema schema, GenericData model) {
        this.place = place;
        this.schema = schema;
        this.codec = TrustedCodecs.writing(schema, model);
        this.writer = model.createDatumWriter(schema);
    }

    @Override
    public byte[] write(Object payload) {
        DatumOutput out = OUTPUTS.get();
        if (codec != null && payload.getClass() == codec.type()) {
            try {
                out.reset(place.frame().length());
                codec.write(payload, out);
                return framed(out);
            } catch (TooDeepException | StackOverflowError e) {
                throw unfit(e instanceof TooDeepException ? e.getMessage() : "it is nested too deeply", e);
            } catch (RuntimeException refused) {
                // Avro's writer takes a few values that no field's type says, and tells where in the record others
                // stand.
                return writeWithAvro(payload, out);
            }
        }
        return schema.getType() == Schema.Type.BYTES ? raw(payload) : writeWithAvro(payload, out);
    }

    @Override
    public @Nullable Header idHeader() {
        return place.header();
    }

    private byte[] writeWithAvro(Object payload, DatumOutput out) {
        try {
            out.reset(place.frame().length());
            writer.write(payload, new ByteArrayEncoder(out));
            return framed(out);
        } catch (IOException | RuntimeException e) {
            throw unfit(e.getMessage(), e);
        } catch (StackOverflowError e) {
            throw unfit("it is nested too deeply", e);
        }
    }

    private byte[] framed(DatumOutput out) {
        byte[] message = out.toByteArray();
        place.frame().put(message, place.schemaId());
        return message;
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
        int start = place.frame().length();
        byte[] message = new byte[start + bytes.remaining()];
        place.frame().put(message, place.schemaId());
        bytes.get(message, start, bytes.remaining());
        return message;
    }

    private PoisonMessageException unfit(@Nullable String why, @Nullable Throwable cause) {
        return new PoisonMessageException(
                "The payload does not fit the schema " + schema.getFullName() + ": " + why, cause);
    }
}
