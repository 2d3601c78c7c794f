package io.tidings.registry;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
    private final Answers<Integer, SchemaDefinition> byId = new Answers<>();
    private final Answers<UUID, Schema> byGuid = new Answers<>();
    private final Answers<Registration, SchemaIds> registered = new Answers<>();
    private final Answers<Registration, SchemaIds> found = new Answers<>();

    CachedSchemaRegistry(SchemaRegistry remote, AnswerStore store) {
        this.remote = remote;
        this.store = store;
    }

    @Override
    public SchemaIds register(String subject, SchemaDefinition definition, boolean normalize) {
        return registered.get(
                Registration.of(subject, definition, normalize),
                () -> ask(
                        () -> remote.register(subject, definition, normalize),
                        ids -> keepIds(subject, definition, ids),
                        () -> store.ids(subject, definition)));
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        return found.get(
                Registration.of(subject, definition, normalize),
                () -> ask(
                        () -> remote.find(subject, definition, normalize),
                        ids -> keepIds(subject, definition, ids),
                        () -> store.ids(subject, definition)));
    }

    @Override
    public SchemaDefinition definitionById(int id) {
        return byId.get(
                id,
                () -> ask(
                        () -> remote.definitionById(id),
                        definition -> store.keepSchema(id, definition),
                        () -> store.schema(id)));
    }

    @Override
    public Schema schemaByGuid(UUID guid) {
        return byGuid.get(
                guid,
                () -> ask(
                        () -> remote.schemaByGuid(guid),
                        schema -> store.keepSchema(guid, SchemaDefinition.of(schema)),
                        () -> {
                            SchemaDefinition kept = store.schema(guid);
                            return kept == null ? null : kept.schema();
                        }));
    }

    /** Always asked anew; what was kept answers only while the registry cannot. */
    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return ask(() -> remote.latest(subject), latest -> latest.ifPresent(store::keepLatest), () -> {
            Optional<RegisteredSchema> kept = store.latest(subject);
            return kept.isPresent() ? kept : null;
        });
    }

    @Override
    public Optional<RegisteredSchema> version(String subject, int version) {
        return remote.version(subject, version);
    }

    @Override
    public List<Integer> versions(String subject) {
        return remote.versions(subject);
    }

    @Override
    public List<String> subjects(String prefix) {
        return remote.subjects(prefix);
    }

    @Override
    public Compatibility compatibility(String subject, SchemaDefinition candidate) {
        return remote.compatibility(subject, candidate);
    }

    @Override
    public Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        return remote.registered(subject, definition);
    }

    /** Who writes with a schema will read it, too. */
    private void keepIds(String subject, SchemaDefinition definition, SchemaIds ids) {
        store.keepIds(subject, definition, ids);
        store.keepSchema(ids.id(), definition);
        UUID guid = ids.guid();
        if (guid != null) {
            store.keepSchema(guid, definition);
        }
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
    private record Registration(String subject, String text, Set<SchemaReference> references, boolean normalize) {

        static Registration of(String subject, SchemaDefinition definition, boolean normalize) {
            return new Registration(subject, definition.text(), Set.copyOf(definition.references()), normalize);
        }
    }
}
