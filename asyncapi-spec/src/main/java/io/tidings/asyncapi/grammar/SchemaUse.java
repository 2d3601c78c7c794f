package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.source.Node;

/**
 * A place where a JSON Schema stands.
 *
 * @param schemaFormat as written; empty where it is AsyncAPI's own
 */
public record SchemaUse(Node node, String schemaFormat) {}
