package io.tidings.messaging.serde;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.WireSchema;
import io.tidings.messaging.avro.DatumInput;
import io.tidings.messaging.avro.RecordCodec;
import java.io.IOException;
import java.util.Arrays;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.jspecify.annotations.Nullable;

/** Reads the payloads of one writer's schema into one reader's. Safe for use by several threads. */
final class PayloadReader {

    private final Schema writerSchema;
    private final Schema readerSchema;
    private final Reading reading;
    private final boolean strictUtf8;

    /** Reads one datum: a generated codec, or Avro's reader. */
    private interface Reading {
        Object read(DatumInput in) throws IOException;
    }

    private PayloadReader(Schema writerSchema, Schema readerSchema, Reading reading, boolean strictUtf8) {
        this.writerSchema = writerSchema;
        this.readerSchema = readerSchema;
        this.reading = reading;
        this.strictUtf8 = strictUtf8;
    }

    /**
     * Resolves the two schemas, by Avro's rules; where there is nothing to resolve, the generated codec reads.
     *
     * @param strictUtf8 whether text that is not UTF-8 is refused, rather than read with replacement characters
     * @throws PoisonMessageException if they are irreconcilable; some differences show only in what is read
     */
    static PayloadReader resolve(Schema writerSchema, Schema readerSchema, GenericData model, boolean strictUtf8) {
        try {
            return new PayloadReader(
                    writerSchema,
                    readerSchema,
                    reading(WireSchema.asRead(writerSchema, readerSchema), readerSchema, model),
                    strictUtf8);
        } catch (IOException | AvroRuntimeException e) {
            throw new PoisonMessageException(
                    "What is written as " + writerSchema.getFullName() + " cannot be read as "
                            + readerSchema.getFullName() + ": " + e.getMessage(),
                    e);
        }
    }

    private static Reading reading(Schema writerSchema, Schema readerSchema, GenericData model) throws IOException {
        RecordCodec<Object> codec = TrustedCodecs.reading(writerSchema, readerSchema, model);
        if (codec != null) {
            return codec::read;
        }
        DatumReader<Object> reader = reader(writerSchema, readerSchema, model);
        ReadCost cost = ReadCost.of(writerSchema, readerSchema, model);
        return in -> reader.read(null, new ByteArrayDecoder(in, cost));
    }

    private static DatumReader<Object> reader(Schema writerSchema, Schema readerSchema, GenericData model)
            throws IOException {
        if (model instanceof SpecificData specific && namesStringClasses(readerSchema)) {
            // Avro's fast reader knows string classes ("java-class") for no model but Avro's own.
            return new SpecificDatumReader<>(writerSchema, readerSchema, specific);
        }
        return new FastReaderBuilder(model).createDatumReader(writerSchema, readerSchema);
    }

    private static boolean namesStringClasses(Schema schema) {
        String text = schema.toString();
        return text.contains('"' + SpecificData.CLASS_PROP + '"')
                || text.contains('"' + SpecificData.KEY_CLASS_PROP + '"');
    }

    /**
     * Reads what stands in a message from a place to its end.
     *
     * @throws PoisonMessageException if it is malformed, or longer than what it says
     */
    Object read(byte[] message, int start) {
        if (writerSchema.getType() == Schema.Type.BYTES && readerSchema.getType() == Schema.Type.BYTES) {
            return Arrays.copyOfRange(message, start, message.length);
        }
        DatumInput in = new DatumInput(message, start, strictUtf8);
        Object payload;
        try {
            payload = reading.read(in);
        } catch (IOException | RuntimeException e) {
            throw malformed(String.valueOf(e.getMessage()), e);
        } catch (StackOverflowError e) {
            throw malformed("it is nested too deeply", e);
        }
        if (in.remaining() > 0) {
            throw malformed(in.remaining() + " bytes follow its end", null);
        }
        return readerSchema.getType() == Schema.Type.STRING && payload instanceof CharSequence
                ? payload.toString()
                : payload;
    }

    private PoisonMessageException malformed(String why, @Nullable Throwable cause) {
        return new PoisonMessageException(
                "A message written as " + writerSchema.getFullName() + " cannot be read: " + why, cause);
    }
}
