package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The Security Scheme Object, as a server asks for it.
 *
 * @param type such as {@code scramSha512}
 */
public record SecurityScheme(String type, @Nullable String description, ObjectNode node) implements Element {}
