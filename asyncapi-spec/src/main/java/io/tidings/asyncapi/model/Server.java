package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Server Object.
 *
 * @param name its key in the document
 * @param host may hold variables, and a port
 * @param variables by name, in the order of the document
 * @param security any one of them lets a client in
 * @param schemaRegistryUrl from the Kafka binding
 * @param schemaRegistryVendor from the Kafka binding
 */
public record Server(
        String name,
        String host,
        String protocol,
        @Nullable String pathname,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String description,
        Map<String, ServerVariable> variables,
        List<SecurityScheme> security,
        @Nullable String schemaRegistryUrl,
        @Nullable String schemaRegistryVendor,
        ObjectNode node)
        implements Element {

    public Server {
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        security = List.copyOf(security);
    }
}
