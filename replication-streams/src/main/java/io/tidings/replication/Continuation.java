package io.tidings.replication;

import io.tidings.replication.core.RowValue;
import io.tidings.replication.internal.generations.Shape;
import io.tidings.replication.internal.generations.Translation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Whether the definition of today can go on with what an earlier one has built: only if it does to rows what that did, and more. Then
 * every row that it stores there is the one that the earlier one would have stored, and instances of both can share the store in a
 * rolling deployment; nothing is made up that the earlier one would read as an answer.
 */
final class Continuation {

    private Continuation() {}

    /** How to go on; empty if rows, feeds or indexes of then are not among those of today. */
    static Optional<Translation> of(Shape then, Shape now) {
        boolean more = then.driver().equals(now.driver())
                && then.lasting()
                && now.feeds().containsAll(then.feeds())
                && now.indexes().containsAll(then.indexes());
        if (!more) {
            return Optional.empty();
        }
        Schema stored = new Schema.Parser().parse(then.schema());
        Schema todays = new Schema.Parser().parse(now.schema());
        if (!hasAllOf(todays, stored) || !reads(todays, stored) || !reads(stored, todays)) {
            return Optional.empty();
        }
        return Optional.of(new Translation(
                resolving(stored, todays),
                resolving(todays, stored),
                now.indexes().stream().map(then.indexes()::indexOf).toList()));
    }

    private static boolean hasAllOf(Schema todays, Schema stored) {
        return stored.getFields().stream().allMatch(field -> {
            Schema.Field same = todays.getField(field.name());
            return same != null && SchemaText.of(same.schema()).equals(SchemaText.of(field.schema()));
        });
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static UnaryOperator<RowValue> resolving(Schema from, Schema to) {
        if (from.equals(to)) {
            return UnaryOperator.identity();
        }
        GenericDatumReader<GenericRecord> reader = new GenericDatumReader<>(from, to);
        GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(to);
        return value -> {
            try {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
                writer.write(reader.read(null, DecoderFactory.get().binaryDecoder(value.bytes(), null)), encoder);
                encoder.flush();
                return RowValue.of(bytes.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException("A stored row of " + from.getFullName() + " is damaged", e);
            }
        };
    }
}
