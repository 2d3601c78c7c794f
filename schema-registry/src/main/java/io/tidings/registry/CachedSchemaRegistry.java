package io.tidings.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
    private final String url;
    private final AnswerStore store;
    private final Answers<Integer, SchemaDefinition> byId = new Answers<>();
    private final Answers<UUID, Schema> byGuid = new Answers<>();
    private final Answers<Registration, SchemaIds> registered = new Answers<>();
    private final Answers<Registration, SchemaIds> found = new Answers<>();
    private final Map<Version, RegisteredSchema> versions = new ConcurrentHashMap<>();

    CachedSchemaRegistry(SchemaRegistry remote, String url, AnswerStore store) {
        this.remote = remote;
        this.url = url;
        this.store = store;
    }

    @Override
    public SchemaIds register(String subject, SchemaDefinition definition, boolean normalize) {
        return registered.get(
                Registration.of(subject, definition, normalize),
                () -> ask(
                        () -> remote.register(subject, definition, normalize),
                        ids -> keepIds(subject, definition, normalize, ids),
                        () -> store.ids(subject, definition)));
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        Registration question = Registration.of(subject, definition, normalize);
        SchemaIds own = registered.known(question);
        return own != null
                ? own
                : found.get(
                        question,
                        () -> ask(
                                () -> remote.find(subject, definition, normalize),
                                ids -> keepIds(subject, definition, normalize, ids),
                                () -> store.ids(subject, definition)));
    }

    @Override
    public SchemaDefinition definitionById(int id) {
        return byId.get(
                id,
                () -> ask(
                        () -> remote.definitionById(id),
                        definition -> keepSchema(id, definition),
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
        return ask(() -> remote.latest(subject), latest -> latest.ifPresent(this::keepLatest), () -> {
            Optional<RegisteredSchema> kept = store.latest(subject);
            return kept.isPresent() ? kept : null;
        });
    }

    /** A version that is there stays as it is; one that is not may come. */
    @Override
    public Optional<RegisteredSchema> version(String subject, int version) {
        Version question = new Version(subject, version);
        RegisteredSchema known = versions.get(question);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<RegisteredSchema> answer = ask(
                () -> remote.version(subject, version),
                found -> found.ifPresent(schema -> keepVersion(question, schema)),
                () -> {
                    Optional<RegisteredSchema> kept = store.version(subject, version);
                    return kept.isPresent() ? kept : null;
                });
        answer.ifPresent(schema -> versions.put(question, schema));
        return answer;
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
    public Optional<SubjectPolicy> policy(String subject) {
        return remote.policy(subject);
    }

    @Override
    public Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        return remote.registered(subject, definition);
    }

    /** Who writes with a schema will read it, too. */
    private void keepIds(String subject, SchemaDefinition definition, boolean normalize, SchemaIds ids) {
        keepSchema(ids.id(), definition);
        if (!normalize) {
            byId.learn(ids.id(), definition);
        }
        store.keepIds(subject, definition, ids);
        UUID guid = ids.guid();
        if (guid != null) {
            store.keepSchema(guid, definition);
        }
    }

    private void keepLatest(RegisteredSchema latest) {
        keepSchema(latest.id(), latest.definition());
        store.keepLatest(latest);
    }

    private void keepVersion(Version question, RegisteredSchema schema) {
        keepSchema(schema.id(), schema.definition());
        store.keepVersion(question.number(), schema);
    }

    /** An id means one schema for ever; a registry that was lost and set up anew breaks that. */
    private void keepSchema(int id, SchemaDefinition definition) {
        SchemaDefinition known = byId.known(id);
        SchemaDefinition kept = known == null ? store.schema(id) : known;
        if (kept != null && !WireMeaning.same(kept.schema(), definition.schema())) {
            SchemaConflictException conflict = conflict(id, kept, definition, known == null);
            LOG.error(conflict.getMessage());
            throw conflict;
        }
        store.keepSchema(id, definition);
    }

    private SchemaConflictException conflict(
            int id, SchemaDefinition kept, SchemaDefinition definition, boolean earlierRun) {
        String where = earlierRun ? "in an earlier run, kept in " + store.place() : "to this process before";
        String wayOut = earlierRun ? "delete " + store.place() : "restart";
        return new SchemaConflictException(
                "The schema registry at " + url + " gives the id " + id + " to another schema ("
                        + definition.schema().getFullName() + ") than " + where + " ("
                        + kept.schema().getFullName()
                        + "). Was it set up anew? Messages that bear the id could be read wrongly. If none are left, "
                        + wayOut + "; otherwise restore the registry's schemas.",
                new FailedCall(null, /* url= */ url, /* setting= */ RegistrySettings.CACHE_DIRECTORY));
    }

    private static <A> A ask(Supplier<A> remote, Consumer<A> keep, Supplier<@Nullable A> kept) {
        A answer;
        try {
            answer = remote.get();
        } catch (RegistryException e) {
            A earlier = definite(e) ? null : kept.get();
            if (earlier == null) {
                throw e;
            }
            LOG.warn("Using an answer of an earlier run: {}", e.getMessage());
            return earlier;
        }
        keep.accept(answer);
        return answer;
    }

    /** An answer about the schema itself. Who cannot be trusted, does not trust us, or is another, is as good as away. */
    private static boolean definite(RegistryException e) {
        return e instanceof SchemaNotFoundException
                || e instanceof IncompatibleSchemaException
                || e instanceof InvalidSchemaException
                || e instanceof SchemaConflictException
                || e instanceof RegistryClosedException;
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

    private record Version(String subject, int number) {}
}
