package io.tidings.messaging.serde;

import io.tidings.registry.Compatibility;
import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaDefinition;
import io.tidings.registry.SchemaIds;
import io.tidings.registry.SchemaRegistry;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Counts what it is asked, and fails, or tells no GUIDs, when told so. */
final class CountingRegistry implements SchemaRegistry {

    private final SchemaRegistry registry;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable RegistryException failure;
    private boolean guids = true;

    CountingRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    void fail(@Nullable RegistryException with) {
        failure = with;
    }

    /** As registries were before there were GUIDs. */
    CountingRegistry withoutGuids() {
        guids = false;
        return this;
    }

    private SchemaIds told(SchemaIds ids) {
        return guids ? ids : new SchemaIds(ids.id(), null);
    }

    int calls() {
        return calls.get();
    }

    private void called() {
        calls.incrementAndGet();
        RegistryException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public SchemaIds register(String subject, SchemaDefinition definition, boolean normalize) {
        called();
        return told(registry.register(subject, definition, normalize));
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        called();
        return told(registry.find(subject, definition, normalize));
    }

    @Override
    public SchemaDefinition definitionById(int id) {
        called();
        return registry.definitionById(id);
    }

    @Override
    public Schema schemaByGuid(UUID guid) {
        called();
        return registry.schemaByGuid(guid);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        called();
        return registry.latest(subject);
    }

    @Override
    public Optional<RegisteredSchema> version(String subject, int version) {
        called();
        return registry.version(subject, version);
    }

    @Override
    public List<Integer> versions(String subject) {
        called();
        return registry.versions(subject);
    }

    @Override
    public List<String> subjects(String prefix) {
        called();
        return registry.subjects(prefix);
    }

    @Override
    public Compatibility compatibility(String subject, SchemaDefinition candidate) {
        called();
        return registry.compatibility(subject, candidate);
    }

    @Override
    public Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        called();
        return registry.registered(subject, definition);
    }

    @Override
    public void close() {}
}
