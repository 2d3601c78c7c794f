package io.tidings.codegen.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A kind of message.
 *
 * @param constant its {@code MessageType}
 * @param codeName what generated code calls it, in PascalCase; unique within the plan
 * @param name its name in the document
 * @param typeName what travels with it: its name, unless the document declares another
 * @param payload the Avro record class
 * @param schema what travels, where classes that the user has already may have another schema; null for all others
 * @param schemaId where it says which schema wrote it: a constant of the runtime's {@code SchemaIdLocation}
 * @param correlationId where it carries its correlation id; null where Tidings chooses
 * @param replyTo where it carries the address that expects the reply; null where Tidings chooses
 * @param marks headers, by name, that always have just that value
 * @param headers those that its sender decides; null if there are none
 */
public record MessagePlan(
        ConstantName constant,
        String codeName,
        String name,
        String typeName,
        JavaName payload,
        @Nullable String schema,
        SchemaIdPlace schemaId,
        @Nullable PlacePlan correlationId,
        @Nullable PlacePlan replyTo,
        Map<String, String> marks,
        @Nullable HeadersPlan headers,
        Documentation documentation) {

    public MessagePlan {
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
    }
}
