package io.tidings.messaging.serde;

import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import java.util.UUID;
import org.apache.avro.Schema;

/** The schemas that messages were written with, by the ids or GUIDs that these bear. The registry remembers them. */
record WriterSchemas(SchemaRegistry registry) {

    /**
     * A writer's schema.
     *
     * @throws io.tidings.messaging.MessagingException poison if there is none with this id or GUID, transient if that is not certain
     */
    Schema of(WriterId id) {
        UUID guid = id.guid();
        try {
            return guid == null ? registry.schemaById(id.id()) : registry.schemaByGuid(guid);
        } catch (RegistryException e) {
            throw RegistryFailures.reading(e);
        }
    }
}
