package io.tidings.codegen;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Values as lists and maps of what they hold, with the class of each: text as one class is not like the same text as another. */
final class Likeness {

    private Likeness() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value instanceof IndexedRecord record) {
            List<@Nullable Object> fields = new ArrayList<>();
            fields.add(record.getClass());
            fields.add(record.getSchema().getFullName());
            record.getSchema().getFields().forEach(field -> fields.add(of(record.get(field.pos()))));
            return fields;
        } else if (value instanceof Collection<?> items) {
            List<@Nullable Object> likenesses = new ArrayList<>();
            items.forEach(item -> likenesses.add(of(item)));
            return likenesses;
        } else if (value instanceof Map<?, ?> entries) {
            Map<@Nullable Object, @Nullable Object> likenesses = new HashMap<>();
            entries.forEach((key, entry) -> likenesses.put(of(key), of(entry)));
            return likenesses;
        } else if (value instanceof ByteBuffer buffer) {
            return buffer.duplicate();
        } else if (value instanceof GenericFixed fixed) {
            return List.of(fixed.getClass(), ByteBuffer.wrap(fixed.bytes()));
        }
        return value == null ? null : List.of(value.getClass(), value);
    }
}
