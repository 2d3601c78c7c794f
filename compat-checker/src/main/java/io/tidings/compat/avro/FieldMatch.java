package io.tidings.compat.avro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field of the reader's record and what the writer has for it.
 *
 * @param writer the writer's field of that name once it is rewritten; null where it has none
 * @param other a field that only the alias leads to, which is not followed since the records' full names differ; null where
 *     there is none
 */
record FieldMatch(
        Field reader, @Nullable Field writer, @Nullable Field other) {

    /** Matches all fields of a reader's record, in its order. */
    static List<FieldMatch> of(Schema reader, Schema writer, Aliases aliases) {
        Map<String, Field> written = new HashMap<>();
        writer.getFields().forEach(field -> written.putIfAbsent(aliases.fieldName(writer, field), field));
        boolean sameName = aliases.fullName(writer).equals(reader.getFullName());
        return reader.getFields().stream()
                .map(field -> {
                    Field named = written.get(field.name());
                    return new FieldMatch(field, named, named == null && !sameName ? byAlias(field, written) : null);
                })
                .toList();
    }

    private static @Nullable Field byAlias(Field reader, Map<String, Field> written) {
        return reader.aliases().stream()
                .sorted()
                .filter(written::containsKey)
                .findFirst()
                .map(written::get)
                .orElse(null);
    }
}
