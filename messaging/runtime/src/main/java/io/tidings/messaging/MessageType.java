package io.tidings.messaging;

import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * A kind of message, as a generated client knows it.
 *
 * @param name its name in the document; the CloudEvents {@code type}
 * @param payloadType an Avro record class
 * @param schema the schema that travels: that of {@code payloadType}, with the names it has on the wire ({@link WireSchema}), or
 *     the document's where a class of the user's own holds what it says
 * @param schemaId where such messages say which schema wrote them
 */
public record MessageType<V>(String name, Class<V> payloadType, Schema schema, SchemaIdLocation schemaId) {

    public MessageType {
        schema = WireSchema.of(schema);
    }

    /** With the schema id before the payload. */
    public MessageType(String name, Class<V> payloadType, Schema schema) {
        this(name, payloadType, schema, SchemaIdLocation.PAYLOAD);
    }

    /** The full names of writers' records that this type reads: its own and its aliases. */
    public Set<String> writerNames() {
        Set<String> names = new LinkedHashSet<>();
        names.add(schema.getFullName());
        if (schema.getType() == Schema.Type.RECORD) {
            names.addAll(schema.getAliases());
        }
        return names;
    }
}
