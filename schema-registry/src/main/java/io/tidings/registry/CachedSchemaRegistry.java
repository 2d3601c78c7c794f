package io.tidings.registry;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers, in memory, what never changes: each question goes to the registry once in a process. What an earlier process kept
 * is used only while the registry cannot be asked, since a registry that was set up anew at the same URL gives ids anew.
 */
final class CachedSchemaRegistry implements SchemaRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(CachedSchemaRegistry.class);

    private final SchemaRegistry remote;
    private final AnswerStore store;
    private final Answers<Integer, Schema> schemas = new Answers<>();
    private final Answers<Registration, Integer> registered = new Answers<>();
    private final Answers<Registration, Integer> found = new Answers<>();

    CachedSchemaRegistry(SchemaRegistry remote, AnswerStore store) {
        this.remote = remote;
        this.store = store;
    }

    @Override
    public int register(String subject, Schema schema) {
        return registered.get(
                new Registration(subject, schema.toString()),
                () -> ask(
                        () -> remote.register(subject, schema),
                        id -> keepId(subject, schema, id),
                        () -> store.id(subject, schema)));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return found.get(
                new Registration(subject, schema.toString()),
                () -> ask(
                        () -> remote.idOf(subject, schema),
                        id -> keepId(subject, schema, id),
                        () -> store.id(subject, schema)));
    }

    @Override
    public Schema schemaById(int id) {
        return schemas.get(
                id,
                () -> ask(() -> remote.schemaById(id), schema -> store.keepSchema(id, schema), () -> store.schema(id)));
    }

    /** Always asked anew; what was kept answers only while the registry cannot. */
    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return ask(() -> remote.latest(subject), latest -> latest.ifPresent(store::keepLatest), () -> {
            Optional<RegisteredSchema> kept = store.latest(subject);
            return kept.isPresent() ? kept : null;
        });
    }

    /** Who writes with a schema will read it, too. */
    private void keepId(String subject, Schema schema, int id) {
        store.keepId(subject, schema, id);
        store.keepSchema(id, schema);
    }

    private static <A> A ask(Supplier<A> remote, Consumer<A> keep, Supplier<@Nullable A> kept) {
        A answer;
        try {
            answer = remote.get();
        } catch (RegistryException e) {
            A earlier = e.retryable() ? kept.get() : null;
            if (earlier == null) {
                throw e;
            }
            LOG.warn("Using an answer of an earlier run: {}", e.getMessage());
            return earlier;
        }
        keep.accept(answer);
        return answer;
    }

    @Override
    public void close() {
        remote.close();
    }

    /** By text: {@code Schema.equals} leaves out documentation and aliases, which the registry keeps apart. */
    private record Registration(String subject, String schema) {}
}
