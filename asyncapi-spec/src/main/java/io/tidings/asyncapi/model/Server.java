package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The Server Object.
 *
 * @param name its key in the document
 * @param schemaRegistryUrl from the Kafka binding
 */
public record Server(
        String name,
        String host,
        String protocol,
        @Nullable String pathname,
        @Nullable String schemaRegistryUrl,
        ObjectNode node)
        implements Element {}
