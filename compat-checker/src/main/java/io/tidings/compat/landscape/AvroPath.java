package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.asyncapi.source.Location;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * Walks into a schema along the path of a finding, such as {@code $.lines[].price}, as far as it goes: paths are written in
 * the names of one schema, and are followed in another one.
 *
 * @param place of the last thing that is there
 * @param whole whether everything is there
 */
record AvroPath(Location place, boolean whole) {
    private static final Pattern STEP = Pattern.compile("\\.([^.\\[{<]+)|(\\[])|(\\{})|<([^>]*)>");

    static AvroPath in(Avro avro, String path) {
        Schema at = avro.schema();
        Location place = named(at) ? avro.locationOf(at.getFullName()) : avro.location();
        for (MatchResult step : steps(path)) {
            Schema here = at;
            if (step.group(1) != null) {
                Schema record = branchWith(here, step.group(1));
                Field field =
                        record == null ? null : field(record, step.group(1)).orElse(null);
                if (record == null || field == null) {
                    return new AvroPath(place, false);
                }
                place = avro.locationOf(record.getFullName(), field.name());
                at = field.schema();
            } else if (step.group(4) != null) {
                at = branch(here, step.group(4));
            } else {
                Schema inner = inner(here, step.group(2) != null ? Schema.Type.ARRAY : Schema.Type.MAP);
                if (inner == null) {
                    return new AvroPath(place, false);
                }
                at = inner;
            }
        }
        return new AvroPath(place, true);
    }

    private static List<MatchResult> steps(String path) {
        return STEP.matcher(path).results().toList();
    }

    private static List<Schema> branches(Schema schema) {
        return schema.getType() == Schema.Type.UNION ? schema.getTypes() : List.of(schema);
    }

    private static @org.jspecify.annotations.Nullable Schema branchWith(Schema schema, String field) {
        return branches(schema).stream()
                .filter(branch -> branch.getType() == Schema.Type.RECORD)
                .filter(branch -> field(branch, field).isPresent())
                .findFirst()
                .orElse(null);
    }

    private static Optional<Field> field(Schema record, String name) {
        Field same = record.getField(name);
        return same != null
                ? Optional.of(same)
                : record.getFields().stream()
                        .filter(field -> field.aliases().contains(name))
                        .findFirst();
    }

    /** The branch that is meant; the union itself where it has none of that name. */
    private static Schema branch(Schema schema, String fullName) {
        String simple = fullName.substring(fullName.lastIndexOf('.') + 1);
        return branches(schema).stream()
                .filter(branch -> branch.getFullName().equals(fullName)
                        || branch.getName().equals(simple))
                .findFirst()
                .orElse(schema);
    }

    private static @org.jspecify.annotations.Nullable Schema inner(Schema schema, Schema.Type kind) {
        return branches(schema).stream()
                .filter(branch -> branch.getType() == kind)
                .findFirst()
                .map(branch -> kind == Schema.Type.ARRAY ? branch.getElementType() : branch.getValueType())
                .orElse(null);
    }

    private static boolean named(Schema schema) {
        return switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> true;
            default -> false;
        };
    }
}
