package io.tidings.registry;

import java.util.UUID;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A schema as the registry knows it.
 *
 * @param id the registry-wide id that travels with each message
 * @param version counted from 1 within the subject
 * @param guid only newer registries tell it
 */
public record RegisteredSchema(
        String subject, int id, int version, @Nullable UUID guid, SchemaDefinition definition) {

    /** With everything it refers to. */
    public Schema schema() {
        return definition.schema();
    }
}
