package io.tidings.messaging;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A kind of message, as a generated client knows it.
 *
 * @param name its name in the document; the CloudEvents {@code type}
 * @param payloadType an Avro record class
 * @param schema the schema that travels: that of {@code payloadType}, with the names it has on the wire ({@link WireSchema}), or
 *     the document's where a class of the user's own holds what it says
 * @param schemaId where such messages say which schema wrote them
 * @param correlationId where they carry their Correlation Identifier; null for the header {@code ce_correlationid}
 * @param replyTo where they carry the Return Address; null for the header {@code ce_replyto}
 * @param marks headers, by name, that every such message has with just that value: written with each, and what tells kinds apart
 *     whose messages bear no CloudEvents {@code type}
 */
public record MessageType<V>(
        String name,
        Class<V> payloadType,
        Schema schema,
        SchemaIdLocation schemaId,
        @Nullable Place correlationId,
        @Nullable Place replyTo,
        Map<String, String> marks) {

    public MessageType {
        schema = WireSchema.of(schema);
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }

    /** With what joins and routes them in CloudEvents attributes. */
    public MessageType(String name, Class<V> payloadType, Schema schema, SchemaIdLocation schemaId) {
        this(name, payloadType, schema, schemaId, null, null, Map.of());
    }

    /** With the schema id before the payload, too. */
    public MessageType(String name, Class<V> payloadType, Schema schema) {
        this(name, payloadType, schema, SchemaIdLocation.PAYLOAD);
    }

    /** The same, carrying the Correlation Identifier there. */
    public MessageType<V> correlatedBy(Place place) {
        return new MessageType<>(name, payloadType, schema, schemaId, place, replyTo, marks);
    }

    /** The same, carrying the Return Address there. */
    public MessageType<V> answeredTo(Place place) {
        return new MessageType<>(name, payloadType, schema, schemaId, correlationId, place, marks);
    }

    /** The same with a header that every such message has. */
    public MessageType<V> marked(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(marks);
        more.put(header, value);
        return new MessageType<>(name, payloadType, schema, schemaId, correlationId, replyTo, more);
    }

    /** Whether such messages have marks, and these headers have them all. */
    public boolean marks(Map<String, byte[]> headers) {
        return !marks.isEmpty()
                && marks.entrySet().stream().allMatch(mark -> {
                    byte[] value = headers.get(mark.getKey());
                    return value != null && mark.getValue().equals(new String(value, StandardCharsets.UTF_8));
                });
    }

    /**
     * Whether a message says that it is of this kind: by marks, where it has any of them, or else by its CloudEvents type.
     *
     * @throws PoisonMessageException as {@link Received#metadata} does
     */
    public boolean names(Received<?, ?> message) {
        boolean marked = marks.keySet().stream().anyMatch(message.headers()::containsKey);
        return marked
                ? marks(message.headers())
                : name.equals(message.metadata().type());
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
