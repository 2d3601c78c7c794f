package io.tidings.compat.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Writes data with one schema and reads them with another, by Avro's own classes. */
final class Decoding {

    /**
     * What became of a datum.
     *
     * @param failure what was thrown; null where it was read
     * @param changes what it does not mean any more
     */
    record Outcome(@Nullable String failure, Set<Meaning.Change> changes) {
        boolean broken() {
            return failure != null || !changes.isEmpty();
        }
    }

    private final Schema reader;
    private final Schema writer;
    private final GenericDatumWriter<@Nullable Object> output;
    private final GenericDatumReader<@Nullable Object> input;

    Decoding(Schema reader, Schema writer) {
        this.reader = reader;
        this.writer = writer;
        this.output = new GenericDatumWriter<>(writer);
        this.input = new GenericDatumReader<>(writer, reader);
    }

    Outcome of(@Nullable Object datum) {
        byte[] bytes = write(datum);
        try {
            Object read = input.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            Schema rewritten = Schema.applyAliases(writer, reader);
            return new Outcome(null, Meaning.changes(reader, read, writer, rewritten, datum));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            return new Outcome(e.toString(), Set.of());
        }
    }

    private byte[] write(@Nullable Object datum) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            output.write(datum, encoder);
            encoder.flush();
            // Avro 1.12.2 refuses an array when fewer bytes are left than its items would need by the reader's schema,
            // though they were written by another. That is about the end of the buffer, not about the schemas.
            bytes.write(new byte[1024]);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
