package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.source.Node.ObjectNode;

/**
 * A place where the grammar allows a reference, and one stands there.
 *
 * @param node the object with the {@code $ref}
 * @param expected what it has to lead to
 */
public record ReferenceUse(ObjectNode node, Kind expected) {}
