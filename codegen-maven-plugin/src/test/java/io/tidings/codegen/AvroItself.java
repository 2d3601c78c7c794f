package io.tidings.codegen;

import io.tidings.messaging.WireSchema;
import io.tidings.messaging.serde.RecordModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.FastReaderBuilder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.util.WeakIdentityHashMap;
import org.jspecify.annotations.Nullable;

/** What Avro makes of a record: the measure of a codec. */
final class AvroItself {

    /** What types are called on the way, by their classes' schemas. */
    private static final Map<Schema, String> WIRE_NAMES = Collections.synchronizedMap(new WeakIdentityHashMap<>());

    private final DatumReader<Object> reader;
    private final DatumWriter<Object> writer;

    /** Avro's own reader and writer of a generated class. */
    AvroItself(Class<?> type, Schema schema) throws IOException {
        RecordModel model = RecordModel.of(type);
        // Not its older reader, which fails on records without fields that are nested in themselves.
        this.reader = new FastReaderBuilder(model).createDatumReader(schema);
        this.writer = new SpecificDatumWriter<>(schema, model);
    }

    /** The bytes of a generic datum, whose logical types stand as what they travel as. */
    static byte[] generic(Schema schema, @Nullable Object datum) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<>(schema).write(datum, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    byte[] write(Object record) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        writer.write(record, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    Object read(byte[] bytes) throws IOException {
        return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
    }

    /** A value as what it holds: whatever class a list, a map or text has. */
    static @Nullable Object content(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            List<@Nullable Object> fields = new ArrayList<>();
            // Each side may have a class of its own
            fields.add(WIRE_NAMES.computeIfAbsent(
                    record.getSchema(), schema -> WireSchema.of(schema).getFullName()));
            record.getSchema().getFields().forEach(field -> fields.add(content(record.get(field.pos()))));
            return fields;
        } else if (value instanceof Collection<?> items) {
            return items.stream().map(AvroItself::content).collect(Collectors.toCollection(ArrayList::new));
        } else if (value instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> sorted = new TreeMap<>();
            entries.forEach((key, entry) -> sorted.put(key.toString(), content(entry)));
            return sorted;
        } else if (value instanceof CharSequence text) {
            return text.toString();
        } else if (value instanceof ByteBuffer buffer) {
            return buffer.duplicate();
        } else if (value instanceof Enum<?> symbol) {
            return symbol.name();
        }
        return value;
    }
}
