package io.tidings.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;

/**
 * A registry that lives and dies with its process: for tests. As in a real one, a schema has the same id under every subject,
 * and schemas are equal when their texts are. It accepts every change: compatibility is judged by the gate.
 */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private static final Map<String, InMemorySchemaRegistry> SHARED = new ConcurrentHashMap<>();

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<RegisteredSchema>> subjects = new HashMap<>();

    /** The registry that all who say {@code mock://scope} share. */
    public static InMemorySchemaRegistry shared(String scope) {
        return SHARED.computeIfAbsent(scope, name -> new InMemorySchemaRegistry());
    }

    /** Forgets a shared registry: whoever asks for the scope next gets an empty one. */
    public static void drop(String scope) {
        SHARED.remove(scope);
    }

    @Override
    public synchronized int register(String subject, Schema schema) {
        List<RegisteredSchema> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        return find(versions, schema)
                .orElseGet(() -> add(subject, versions, schema))
                .id();
    }

    private RegisteredSchema add(String subject, List<RegisteredSchema> versions, Schema schema) {
        int id = ids.computeIfAbsent(schema.toString(), text -> {
            schemas.add(schema);
            return schemas.size();
        });
        RegisteredSchema added = new RegisteredSchema(subject, id, versions.size() + 1, schema);
        versions.add(added);
        return added;
    }

    private static Optional<RegisteredSchema> find(List<RegisteredSchema> versions, Schema schema) {
        String text = schema.toString();
        return versions.stream()
                .filter(version -> version.schema().toString().equals(text))
                .findFirst();
    }

    @Override
    public synchronized int idOf(String subject, Schema schema) {
        return find(subjects.getOrDefault(subject, List.of()), schema)
                .orElseThrow(() -> notFound("No such schema is registered under the subject '" + subject + "'"))
                .id();
    }

    @Override
    public synchronized Schema schemaById(int id) {
        if (id < 1 || id > schemas.size()) {
            throw notFound("There is no schema with the id " + id);
        }
        return schemas.get(id - 1);
    }

    @Override
    public synchronized Optional<RegisteredSchema> latest(String subject) {
        List<RegisteredSchema> versions = subjects.getOrDefault(subject, List.of());
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    private static RegistryException notFound(String message) {
        return new RegistryException(message + " (registry in memory)", false, 404);
    }

    /** Does nothing: others may share it. */
    @Override
    public void close() {}
}
