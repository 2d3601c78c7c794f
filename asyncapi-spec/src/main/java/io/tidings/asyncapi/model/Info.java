package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The Info Object: what the API is called, and its version. */
public record Info(String title, String version, @Nullable String description, ObjectNode node) implements Element {}
