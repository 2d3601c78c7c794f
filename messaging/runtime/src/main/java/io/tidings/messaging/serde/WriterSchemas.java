package io.tidings.messaging.serde;

import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import org.apache.avro.Schema;

/** The schemas that messages were written with, by the ids that these bear. The registry remembers them. */
record WriterSchemas(SchemaRegistry registry) {

    /**
     * A writer's schema.
     *
     * @throws io.tidings.messaging.MessagingException poison if there is none with this id, transient if that is not certain
     */
    Schema byId(int id) {
        try {
            return registry.schemaById(id);
        } catch (RegistryException e) {
            throw RegistryFailures.reading(e);
        }
    }
}
