package io.tidings.replication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * Rows as Avro binary, bare: the store's name holds the fingerprint of the schema that all of its rows are written with. Safe
 * for use by several threads.
 */
final class RowSerializer<V> {

    private final Schema schema;
    private final SpecificData model;

    RowSerializer(Schema schema, Class<V> type) {
        this.schema = schema;
        this.model = SpecificData.getForClass(type);
    }

    byte[] write(V row) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        DatumWriter<V> writer = new SpecificDatumWriter<>(schema, model);
        try {
            writer.write(row, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    V read(byte[] bytes) {
        DatumReader<V> reader = new SpecificDatumReader<>(schema, schema, model);
        try {
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
        } catch (IOException e) {
            throw new UncheckedIOException("A stored row of " + schema.getFullName() + " is damaged", e);
        }
    }
}
