package io.tidings.compat.avro;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * Java looks for a record's branch in a union by trying those that stand before the one of the right name: it resolves them
 * all the way down, evaluates their defaults, and falls over one that it cannot evaluate, although nothing would be read with
 * it. Used for one comparison, by one thread.
 */
final class JavaTrials {

    private final Aliases aliases;
    private final Set<Field> failing = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Map<SchemaPair, Optional<Field>> answers = new HashMap<>();

    JavaTrials(Schema reader, Aliases aliases) {
        this.aliases = aliases;
        SchemaWalk.walk(reader, SchemaWalk.nothingSeen(), mention -> {}, schema -> {
            if (schema.getType() == Schema.Type.RECORD) {
                schema.getFields().stream()
                        .filter(Field::hasDefaultValue)
                        .filter(FieldDefault::failsInJava)
                        .forEach(failing::add);
            }
        });
    }

    /** Whether there is such a default at all. */
    boolean any() {
        return !failing.isEmpty();
    }

    /** The field whose default stops Java when it tries to read a written record as another one. */
    Optional<Field> stop(Schema reader, Schema writer) {
        // Hardly any schema has such a default.
        return failing.isEmpty()
                ? Optional.empty()
                : answers.computeIfAbsent(new SchemaPair(reader, writer), this::tryAll);
    }

    private Optional<Field> tryAll(SchemaPair first) {
        Set<SchemaPair> seen = new HashSet<>();
        Deque<SchemaPair> open = new ArrayDeque<>();
        open.push(first);
        while (!open.isEmpty()) {
            SchemaPair pair = open.pop();
            if (seen.add(pair)) {
                Optional<Field> stop = tryOne(pair.reader(), pair.writer(), open);
                if (stop.isPresent()) {
                    return stop;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Field> tryOne(Schema reader, Schema writer, Deque<SchemaPair> open) {
        if (writer.isUnion()) {
            writer.getTypes().forEach(branch -> open.push(new SchemaPair(reader, branch)));
        } else if (reader.isUnion()) {
            reader.getTypes().stream()
                    .filter(branch -> branch.getType() == writer.getType())
                    .forEach(branch -> open.push(new SchemaPair(branch, writer)));
        } else if (reader.getType() == writer.getType()) {
            switch (reader.getType()) {
                case ARRAY -> open.push(new SchemaPair(reader.getElementType(), writer.getElementType()));
                case MAP -> open.push(new SchemaPair(reader.getValueType(), writer.getValueType()));
                case RECORD -> {
                    return record(reader, writer, open);
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    private Optional<Field> record(Schema reader, Schema writer, Deque<SchemaPair> open) {
        Map<String, Field> written = new HashMap<>();
        writer.getFields().forEach(field -> written.putIfAbsent(aliases.fieldName(writer, field), field));
        Optional<Field> stop = Optional.empty();
        boolean refused = false;
        for (Field field : reader.getFields()) {
            Field other = written.get(field.name());
            if (other != null) {
                open.push(new SchemaPair(field.schema(), other.schema()));
            } else if (!refused && stop.isEmpty()) {
                // The first field without a default ends the trial.
                refused = !field.hasDefaultValue();
                stop = failing.contains(field) ? Optional.of(field) : stop;
            }
        }
        return stop;
    }
}
