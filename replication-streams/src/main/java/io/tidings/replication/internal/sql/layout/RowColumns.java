package io.tidings.replication.internal.sql.layout;

import io.tidings.messaging.KeyType;
import io.tidings.messaging.serde.AvroKey;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Typed columns, and their values from bytes as they are stored or travel. */
public final class RowColumns {

    /** Makes one value for each column of what bytes hold. */
    @FunctionalInterface
    private interface Values {
        @Nullable Object[] of(byte[] bytes);
    }

    private final List<SqlColumn> columns;
    private final Values values;

    private RowColumns(List<SqlColumn> columns, Values values) {
        this.columns = List.copyOf(columns);
        this.values = values;
    }

    /** One column for each field of a record in Avro's binary encoding. */
    static RowColumns ofRecord(Schema record, String prefix, SqlNames names) {
        List<SqlColumn> columns = new ArrayList<>();
        List<ColumnFormat> formats = new ArrayList<>();
        for (Schema.Field field : record.getFields()) {
            ColumnFormat format = ColumnFormat.of(field.schema());
            formats.add(format);
            columns.add(new SqlColumn(names.unique(prefix + field.name()), format.type()));
        }
        var reader = reader(record);
        return new RowColumns(columns, bytes -> {
            GenericRecord row = (GenericRecord) reader.get().read(bytes);
            @Nullable Object[] values = new Object[formats.size()];
            for (int at = 0; at < values.length; at++) {
                values[at] = converted(record.getFields().get(at), formats.get(at), row.get(at));
            }
            return values;
        });
    }

    /** One column for a key, or one for each field of a key that is a record. */
    static RowColumns ofKey(KeyType<?> type, SqlNames names) {
        if (type instanceof AvroKey<?> avro) {
            Schema schema = avro.schema();
            if (schema.getType() == Schema.Type.RECORD) {
                return ofRecord(schema, "key_", names);
            }
            ColumnFormat format = ColumnFormat.of(schema);
            var reader = reader(schema);
            return one(
                    format.type(), names, bytes -> format.convert(reader.get().read(bytes)));
        }
        SqlType column = ofPrimitive(type);
        return one(column, names, bytes -> {
            Object key = type.decode(bytes);
            return key == null || column.travelling().equals("text") ? ColumnFormat.text(String.valueOf(key)) : key;
        });
    }

    private static SqlType ofPrimitive(KeyType<?> type) {
        if (type == KeyType.LONG) {
            return SqlType.BIGINT;
        }
        if (type == KeyType.INTEGER) {
            return SqlType.INTEGER;
        }
        if (type == KeyType.FLOAT) {
            return SqlType.REAL;
        }
        if (type == KeyType.DOUBLE) {
            return SqlType.DOUBLE;
        }
        if (type == KeyType.BOOLEAN) {
            return SqlType.BOOLEAN;
        }
        if (type == KeyType.BYTES) {
            return SqlType.BYTEA;
        }
        return type == KeyType.UUID ? SqlType.UUID : SqlType.TEXT;
    }

    private static RowColumns one(SqlType type, SqlNames names, java.util.function.Function<byte[], Object> value) {
        return new RowColumns(
                List.of(new SqlColumn(names.unique("key"), type)), bytes -> new Object[] {value.apply(bytes)});
    }

    public List<SqlColumn> columns() {
        return columns;
    }

    /**
     * A value for each column, as {@link SqlType#travelling} says.
     *
     * @throws UnfitValueException if the table cannot hold one
     */
    public @Nullable Object[] values(byte[] bytes) {
        return values.of(bytes);
    }

    /** Of a row without a value. */
    public @Nullable Object[] none() {
        return new Object[columns.size()];
    }

    private static @Nullable Object converted(Schema.Field field, ColumnFormat format, @Nullable Object value) {
        try {
            return value == null ? null : format.convert(value);
        } catch (UnfitValueException e) {
            throw new UnfitValueException("field '" + field.name() + "' holds " + e.getMessage());
        }
    }

    /** Reads what one schema has written; not for several threads at once. */
    private record Reader(GenericDatumReader<Object> reader) {
        Object read(byte[] bytes) {
            try {
                return reader.read(null, DecoderFactory.get().binaryDecoder(bytes, null));
            } catch (IOException | AvroRuntimeException | IndexOutOfBoundsException e) {
                throw new UnfitValueException("bytes that are not of their schema (" + e.getMessage() + ")");
            }
        }
    }

    /** Logical types are the columns' affair: a model without conversions gives what Avro itself has. */
    private static ThreadLocal<Reader> reader(Schema schema) {
        return ThreadLocal.withInitial(() -> new Reader(new GenericDatumReader<>(schema, schema, new GenericData())));
    }
}
