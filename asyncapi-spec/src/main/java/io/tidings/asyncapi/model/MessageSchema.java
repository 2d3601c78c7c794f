package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import java.util.Map;
import org.apache.avro.Schema;

/** The schema of a payload, of headers or of a key, by family. */
public sealed interface MessageSchema {

    /** The {@code schemaFormat} as written, or the default of the document's version. */
    String schemaFormat();

    /** Where the schema begins, in the file it stands in. */
    Location location();

    /**
     * An Avro schema, whole: every name it uses is defined in it.
     *
     * @param places where its named types and their fields were written: {@code full.Name} and {@code full.Name#field}
     */
    record Avro(String schemaFormat, Schema schema, Map<String, Location> places, Location location)
            implements MessageSchema {
        public Avro {
            places = Map.copyOf(places);
        }

        /** Where a field of a named type was written, or else where the schema begins. */
        public Location locationOf(String fullName, String field) {
            return places.getOrDefault(fullName + "#" + field, locationOf(fullName));
        }

        /** Where a named type was written, or else where the schema begins. */
        public Location locationOf(String fullName) {
            return places.getOrDefault(fullName, location);
        }
    }

    /** A JSON Schema, or an AsyncAPI Schema Object, its references unresolved. */
    record Json(String schemaFormat, Node node) implements MessageSchema {
        @Override
        public Location location() {
            return node.location();
        }
    }

    /** A schema in a language Tidings does not read. */
    record Other(String schemaFormat, Node node) implements MessageSchema {
        @Override
        public Location location() {
            return node.location();
        }
    }
}
