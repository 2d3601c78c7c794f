package io.tidings.compat.registry;

import io.tidings.asyncapi.source.Location;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/**
 * A schema as reports show it: registries hold it in one long line, which nobody reads.
 *
 * @param places where named types and their fields stand: {@code full.Name} and {@code full.Name#field}
 * @param start where its own name stands
 */
record PrintedSchema(String text, Map<String, Location> places, Location start) {

    private static final Set<Schema.Type> NAMED = Set.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);

    PrintedSchema {
        places = Map.copyOf(places);
    }

    /** @param file what reports call it */
    static PrintedSchema of(Schema schema, String file) {
        String text = SchemaFormatter.format("json/pretty", schema);
        Walk walk = new Walk(text, file);
        walk.visit(schema);
        Location beginning = Location.startOf(file);
        String name = NAMED.contains(schema.getType()) ? schema.getFullName() : "";
        return new PrintedSchema(text, walk.places, walk.places.getOrDefault(name, beginning));
    }

    /** Goes through a schema in the order in which Avro prints it: a name always stands before what it is the name of. */
    private static final class Walk {
        private final String text;
        private final String file;
        private final Map<String, Location> places = new HashMap<>();
        private final Set<String> seen = new HashSet<>();
        private int at;

        Walk(String text, String file) {
            this.text = text;
            this.file = file;
        }

        void visit(Schema schema) {
            switch (schema.getType()) {
                case RECORD, ENUM, FIXED -> named(schema);
                case UNION -> schema.getTypes().forEach(this::visit);
                case ARRAY -> visit(schema.getElementType());
                case MAP -> visit(schema.getValueType());
                default -> {
                    // A primitive type has no parts.
                }
            }
        }

        private void named(Schema schema) {
            String name = schema.getFullName();
            if (!seen.add(name)) {
                return; // printed as its name alone
            }
            find(schema.getName(), name);
            if (schema.getType() == Schema.Type.RECORD) {
                for (Schema.Field field : schema.getFields()) {
                    find(field.name(), name + "#" + field.name());
                    visit(field.schema());
                }
            }
        }

        private void find(String name, String key) {
            String written = "\"name\" : \"" + name + "\"";
            int found = text.indexOf(written, at);
            if (found >= 0) {
                int start = found + written.length() - name.length() - 2;
                int line = (int) text.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        + 1;
                places.put(key, new Location(file, line, start - text.lastIndexOf('\n', start)));
                at = found + written.length();
            }
        }
    }
}
