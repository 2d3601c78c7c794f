package io.tidings.registry;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A registry that lives and dies with its process: for tests. As in a real one, a schema has the same id under every subject,
 * and schemas are equal when their texts and references are. It accepts every change, since compatibility is judged by the
 * gate, unless a test asks for a level.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private static final Map<String, InMemorySchemaRegistry> SHARED = new ConcurrentHashMap<>();

    private final Map<Content, SchemaIds> ids = new HashMap<>();
    private final List<SchemaDefinition> definitions = new ArrayList<>();
    private final Map<String, List<RegisteredSchema>> subjects = new HashMap<>();
    private CompatibilityLevel level = CompatibilityLevel.NONE;

    /** The registry that all who say {@code mock://scope} share. */
    public static InMemorySchemaRegistry shared(String scope) {
        return SHARED.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
    }

    /** Forgets a shared registry: whoever asks for the scope next gets an empty one. */
    public static void drop(String scope) {
        SHARED.remove(scope);
    }

    /** From now on, what every subject allows: {@link CompatibilityLevel#NONE} until this is called. */
    public synchronized void allow(CompatibilityLevel newLevel) {
        level = newLevel;
    }

    @Override
    public synchronized SchemaIds register(String subject, SchemaDefinition definition, boolean normalize) {
        Optional<RegisteredSchema> present = registered(subject, definition);
        if (present.isPresent()) {
            return new SchemaIds(present.get().id(), present.get().guid());
        }
        checkReferences(subject, definition);
        Compatibility verdict = compatibility(subject, definition);
        if (!verdict.compatible()) {
            throw new IncompatibleSchemaException(
                    "The registry in memory refuses an incompatible schema for the subject '" + subject + "': "
                            + String.join("; ", verdict.reasons()),
                    verdict.reasons(),
                    FailedCall.about(subject));
        }
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        SchemaIds assigned = ids.computeIfAbsent(Content.of(definition), content -> assign(content, definition));
        versions.add(new RegisteredSchema(
                subject, assigned.id(), versions.size() + 1, assigned.guid(), definitions.get(assigned.id() - 1)));
        return assigned;
    }

    private SchemaIds assign(Content content, SchemaDefinition definition) {
        definitions.add(definition);
        byte[] bytes = content.toString().getBytes(StandardCharsets.UTF_8);
        return new SchemaIds(definitions.size(), UUID.nameUUIDFromBytes(bytes));
    }

    /** A registry holds no schema that it could not give back whole. */
    private void checkReferences(String subject, SchemaDefinition definition) {
        for (SchemaReference reference : definition.references()) {
            if (version(reference.subject(), reference.version()).isEmpty()) {
                throw new InvalidSchemaException(
                        "The schema for the subject '" + subject + "' refers to version " + reference.version()
                                + " of the subject '" + reference.subject() + "', which the registry in memory lacks",
                        422,
                        FailedCall.about(subject),
                        null);
            }
        }
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        return registered(subject, definition)
                .map(found -> new SchemaIds(found.id(), found.guid()))
                .orElseThrow(
                        () -> notFound("No such schema is registered under the subject '" + subject + "'", subject));
    }

    @Override
    public synchronized SchemaDefinition definitionById(int id) {
        if (id < 1 || id > definitions.size()) {
            throw notFound("There is no schema with the id " + id, null);
        }
        return definitions.get(id - 1);
    }

    @Override
    public synchronized Schema schemaByGuid(UUID guid) {
        return ids.values().stream()
                .filter(known -> guid.equals(known.guid()))
                .findFirst()
                .map(known -> definitions.get(known.id() - 1).schema())
                .orElseThrow(() -> notFound("There is no schema with the GUID " + guid, null));
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        return version(subject, versionsOf(subject).size());
    }

    @Override
    public synchronized Optional<RegisteredSchema> version(String subject, int version) {
        List<RegisteredSchema> versions = versionsOf(subject);
        return version < 1 || version > versions.size() ? Optional.empty() : Optional.of(versions.get(version - 1));
    }

    @Override
    public synchronized List<Integer> versions(String subject) {
        return IntStream.rangeClosed(1, versionsOf(subject).size()).boxed().toList();
    }

    @Override
    public synchronized List<String> subjects(String prefix) {
        return subjects.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList();
    }

    @Override
    public synchronized Compatibility compatibility(String subject, SchemaDefinition candidate) {
        return AvroCompatibility.judge(level, candidate.schema(), versionsOf(subject));
    }

    @Override
    public synchronized Optional<SubjectPolicy> policy(String subject) {
        return Optional.of(new SubjectPolicy(level, false));
    }

    @Override
    public synchronized Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        Content content = Content.of(definition);
        return versionsOf(subject).stream()
                .filter(version -> Content.of(version.definition()).equals(content))
                .findFirst();
    }

    private List<RegisteredSchema> versionsOf(String subject) {
        return subjects.getOrDefault(subject, List.of());
    }

    private static SchemaNotFoundException notFound(String message, @Nullable String subject) {
        return new SchemaNotFoundException(message + " (registry in memory)", FailedCall.about(subject));
    }

    /** Does nothing: others may share it. */
    @Override
    public void close() {}

    /** What makes schemas the same. By text: {@code Schema.equals} leaves out documentation and aliases. */
    private record Content(String schema, Set<SchemaReference> references) {

        static Content of(SchemaDefinition definition) {
            return new Content(definition.schema().toString(), Set.copyOf(definition.references()));
        }
    }
}
