package io.tidings.messaging.serde;

import io.tidings.registry.RegisteredSchema;
import io.tidings.registry.RegistryException;
import io.tidings.registry.SchemaRegistry;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Counts what it is asked, and fails when told to. */
final class CountingRegistry implements SchemaRegistry {

    private final SchemaRegistry registry;
    private final AtomicInteger calls = new AtomicInteger();
    private volatile @Nullable RegistryException failure;

    CountingRegistry(SchemaRegistry registry) {
        this.registry = registry;
    }

    void fail(@Nullable RegistryException with) {
        failure = with;
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
    public int register(String subject, Schema schema) {
        called();
        return registry.register(subject, schema);
    }

    @Override
    public int idOf(String subject, Schema schema) {
        called();
        return registry.idOf(subject, schema);
    }

    @Override
    public Schema schemaById(int id) {
        called();
        return registry.schemaById(id);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        called();
        return registry.latest(subject);
    }

    @Override
    public void close() {}
}
