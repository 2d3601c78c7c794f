package io.tidings.replication;

import io.tidings.messaging.WireSchema;
import io.tidings.messaging.serde.RecordModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Rows as Avro binary, bare: the store's name holds the fingerprint of the schema that all of its rows are written with. Safe
 * for use by several threads.
 */
final class RowSerializer<V> {

    private final Schema schema;
    private final DatumWriter<V> writer;
    private final DatumReader<V> reader;

    RowSerializer(Schema travelled, Class<V> type) {
        RecordModel model = RecordModel.of(type);
        Schema own = model.getSchema(type);
        // Rows stay here, and are called as in Java.
        this.schema = WireSchema.of(own).equals(travelled) ? own : travelled;
        this.writer = new SpecificDatumWriter<>(schema, model);
        this.reader = reader(schema, model);
    }

    /** Resolved once: views are read often. */
    private static <V> DatumReader<V> reader(Schema schema, RecordModel model) {
        String text = schema.toString();
        if (text.contains(SpecificData.CLASS_PROP) || text.contains(SpecificData.KEY_CLASS_PROP)) {
            // Avro's fast reader knows string classes ("java-class") for no model but Avro's own.
            return new SpecificDatumReader<>(schema, schema, model);
        }
        try {
            return new FastReaderBuilder(model).createDatumReader(schema, schema);
        } catch (IOException e) {
            throw new UncheckedIOException("A schema resolves to itself", e);
        }
    }

    /** What rows are written with. */
    Schema schema() {
        return schema;
    }

    byte[] write(V row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        try {
            writer.write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    V read(byte[] bytes) {
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException("A stored row of " + schema.getFullName() + " is damaged", e);
        }
    }
}
