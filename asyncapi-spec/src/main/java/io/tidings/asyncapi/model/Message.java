package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Message Object, its traits applied.
 *
 * @param key its key in the channel that holds it
 * @param name the {@code name} field, or else its key
 * @param declaredHeaders what {@code headers} declares, where it is a JSON Schema
 * @param kafkaKey the Kafka message binding's {@code key}
 * @param schemaIdLocation the Kafka message binding's {@code schemaIdLocation}: {@code payload} (the default) or {@code
 *     header}
 * @param schemaLookupStrategy the Kafka message binding's {@code schemaLookupStrategy}, as written
 * @param schemaIdEncoding the Kafka message binding's {@code schemaIdPayloadEncoding}
 * @param correlationIdLocation the runtime expression of the correlation id
 * @param codeName the name generated code should use, from {@code x-tidings.name}
 */
public record Message(
        String key,
        String name,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String description,
        @Nullable String contentType,
        @Nullable MessageSchema payload,
        @Nullable MessageSchema headers,
        List<DeclaredHeader> declaredHeaders,
        @Nullable MessageSchema kafkaKey,
        String schemaIdLocation,
        @Nullable String schemaLookupStrategy,
        @Nullable String schemaIdEncoding,
        @Nullable String correlationIdLocation,
        @Nullable String codeName,
        ObjectNode node)
        implements Element {

    public Message {
        declaredHeaders = List.copyOf(declaredHeaders);
    }
}
