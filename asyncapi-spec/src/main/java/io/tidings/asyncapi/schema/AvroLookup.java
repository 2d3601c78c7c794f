package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;

/**
 * Looks for the value of one pointer in an Avro schema, as JSON would show it. Each step but that through a union takes a token,
 * so that recursive schemas come to an end.
 */
final class AvroLookup {
    private static final Set<Schema.Type> COMPOSITE = Set.of(Schema.Type.RECORD, Schema.Type.MAP, Schema.Type.ARRAY);

    private final MessageSchema.Avro whole;
    private final List<String> tokens;

    AvroLookup(MessageSchema.Avro whole, List<String> tokens) {
        this.whole = whole;
        this.tokens = List.copyOf(tokens);
    }

    Sighting find() {
        return find(whole.schema(), 0, whole.location());
    }

    private Sighting find(Schema schema, int at, Location place) {
        if (schema.getType() == Schema.Type.UNION) {
            return union(schema, at, place);
        }
        if (at == tokens.size()) {
            return new Sighting(Presence.ALWAYS, at, Set.of(), place, COMPOSITE.contains(schema.getType()));
        }
        return switch (schema.getType()) {
            case RECORD -> field(schema, at);
            case MAP -> find(schema.getValueType(), at + 1, place).optional(at, place);
            case ARRAY ->
                tokens.get(at).matches("0|[1-9][0-9]*")
                        ? find(schema.getElementType(), at + 1, place).optional(at, place)
                        : Sighting.of(Presence.NEVER, at, place);
            default -> Sighting.of(Presence.NEVER, at, place);
        };
    }

    private Sighting field(Schema record, int at) {
        Field field = record.getField(tokens.get(at));
        if (field != null) {
            return find(field.schema(), at + 1, whole.locationOf(record.getFullName(), field.name()));
        }
        Set<String> names = new TreeSet<>();
        record.getFields().forEach(known -> names.add(known.name()));
        return new Sighting(Presence.NEVER, at, names, whole.locationOf(record.getFullName()), false);
    }

    /** Null says that there is nothing; and Avro's own JSON encoding names the branch, which a pointer may follow. */
    private Sighting union(Schema union, int at, Location place) {
        List<Sighting> branches = new ArrayList<>();
        for (Schema branch : union.getTypes()) {
            if (branch.getType() != Schema.Type.NULL) {
                branches.add(find(branch, at, place));
            }
        }
        if (branches.isEmpty()) {
            return Sighting.of(Presence.NEVER, at, place);
        }
        Sighting found = Sighting.any(branches);
        if (found.presence() == Presence.NEVER && at < tokens.size()) {
            for (Schema branch : union.getTypes()) {
                if (branch.getFullName().equals(tokens.get(at))) {
                    return find(branch, at + 1, place).optional(at, place);
                }
            }
        }
        return union.isNullable() ? found.optional(at, place) : found;
    }
}
