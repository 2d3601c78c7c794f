package io.tidings.messaging;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.Utf8;
import org.jspecify.annotations.Nullable;

/** Goes from a record to a field, through the records and maps that it stands in. */
final class PayloadPath {

    private PayloadPath() {}

    /** What stands there as text; null for nothing, for empty text, and for what is no text, number or the like. */
    static @Nullable String read(@Nullable Object payload, List<String> path) {
        @Nullable Object value = payload;
        for (String name : path) {
            value = step(value, name);
        }
        if (value == null
                || value instanceof IndexedRecord
                || !(value instanceof CharSequence || value instanceof Comparable<?>)) {
            return null;
        }
        String text = value.toString();
        return text.isEmpty() ? null : text;
    }

    private static @Nullable Object step(@Nullable Object holder, String name) {
        if (holder instanceof IndexedRecord record) {
            Schema.Field field = record.getSchema().getField(name);
            return field == null ? null : record.get(field.pos());
        }
        if (holder instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (name.contentEquals(String.valueOf(entry.getKey()))) {
                    return entry.getValue();
                }
            }
        }
        return null;
    }

    /**
     * A copy with a text there; all that is not on the way is shared with the original.
     *
     * @throws PoisonMessageException if no text can stand there
     */
    static Object write(Object payload, List<String> path, String value) {
        if (!(payload instanceof IndexedRecord record)) {
            throw refused(path, value, null);
        }
        Schema.Field field = record.getSchema().getField(path.get(0));
        if (field == null) {
            throw refused(path, value, null);
        }
        IndexedRecord copy = copy(record);
        Object former = record.get(field.pos());
        Object written = path.size() == 1
                ? leaf(record, field, path, value)
                : former == null ? refuse(path, value) : write(former, path.subList(1, path.size()), value);
        copy.put(field.pos(), written);
        return copy;
    }

    private static IndexedRecord copy(IndexedRecord record) {
        Schema schema = record.getSchema();
        IndexedRecord copy = record instanceof SpecificRecord
                ? (IndexedRecord) SpecificData.newInstance(record.getClass(), schema)
                : new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            copy.put(field.pos(), record.get(field.pos()));
        }
        return copy;
    }

    private static Object leaf(IndexedRecord record, Schema.Field field, List<String> path, String value) {
        Schema schema = field.schema();
        Schema text = schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() == Schema.Type.STRING)
                        .findFirst()
                        .orElse(schema)
                : schema;
        if (text.getType() != Schema.Type.STRING) {
            throw refused(path, value, null);
        }
        boolean uuid = text.getLogicalType() instanceof LogicalTypes.Uuid
                && record instanceof SpecificRecord
                && SpecificData.getForClass(record.getClass()).getConversionFor(text.getLogicalType()) != null;
        try {
            return uuid ? UUID.fromString(value) : text(record, text, value);
        } catch (IllegalArgumentException e) {
            throw refused(path, value, e);
        }
    }

    /** Of the class that Avro's readers would have given: a field of a record class may take no other. */
    private static CharSequence text(IndexedRecord record, Schema schema, String value) {
        boolean marked = "String".equals(schema.getProp(GenericData.STRING_PROP));
        return marked || !(record instanceof SpecificRecord) ? value : new Utf8(value);
    }

    private static Object refuse(List<String> path, String value) {
        throw refused(path, value, null);
    }

    private static PoisonMessageException refused(List<String> path, String value, @Nullable Throwable cause) {
        return new PoisonMessageException(
                "The payload's '" + String.join("/", path) + "' is empty, and cannot be filled with '" + value + "'",
                cause);
    }
}
