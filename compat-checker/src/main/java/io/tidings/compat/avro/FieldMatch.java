package io.tidings.compat.avro;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.jspecify.annotations.Nullable;

/**
 * A field of the reader's record and what the writer has for it.
 *
 * @param writer the writer's field of that name or alias; null where it has none
 * @param byAlias whether only an alias leads to it
 * @param ambiguous whether the writer has the name and an alias too, which rewriting would make one
 */
record FieldMatch(Field reader, @Nullable Field writer, boolean byAlias, boolean ambiguous) {

    /** Matches all fields of a reader's record, in its order. */
    static List<FieldMatch> of(Schema reader, Schema writer) {
        // Two fields may claim one alias: the later one gets it, as in Java.
        Map<String, String> owners = new HashMap<>();
        reader.getFields().forEach(field -> field.aliases().forEach(alias -> owners.put(alias, field.name())));
        Set<String> written = writer.getFields().stream().map(Field::name).collect(Collectors.toSet());
        return reader.getFields().stream()
                .map(field -> match(field, writer, owners, written))
                .toList();
    }

    /** Matches by name alone. */
    static List<FieldMatch> byName(Schema reader, Schema writer) {
        return reader.getFields().stream()
                .map(field -> new FieldMatch(field, writer.getField(field.name()), false, false))
                .toList();
    }

    private static FieldMatch match(Field field, Schema writer, Map<String, String> owners, Set<String> written) {
        List<String> aliases = field.aliases().stream()
                .filter(written::contains)
                .filter(alias -> field.name().equals(owners.get(alias)) && !alias.equals(field.name()))
                .sorted()
                .toList();
        Field named = writer.getField(field.name());
        if (named != null) {
            return new FieldMatch(field, named, false, !aliases.isEmpty());
        }
        return aliases.isEmpty()
                ? new FieldMatch(field, null, false, false)
                : new FieldMatch(field, writer.getField(aliases.get(0)), true, aliases.size() > 1);
    }
}
