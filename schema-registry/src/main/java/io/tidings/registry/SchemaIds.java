package io.tidings.registry;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a registry calls a schema.
 *
 * @param id counted by the registry; it travels with each message
 * @param guid derived from the schema, the same in every registry; only newer registries tell it
 */
public record SchemaIds(int id, @Nullable UUID guid) {}
