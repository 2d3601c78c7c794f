package io.tidings.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.avro.Schema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Confluent Schema Registry API, version 1, over HTTP. Remembers nothing but what schemas refer to. */
final class HttpSchemaRegistry implements SchemaRegistry {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String VERSIONS = "versions";

    private final RegistryProxy proxy;
    private final ReferencedSchemas definitions;

    HttpSchemaRegistry(RegistryProxy proxy) {
        this.proxy = proxy;
        this.definitions = new ReferencedSchemas(this::fetchVersion);
    }

    @Override
    public SchemaIds register(String subject, SchemaDefinition definition, boolean normalize) {
        RegistryRequest request = RegistryRequest.post(body(definition), "subjects", subject, VERSIONS)
                .about(subject);
        AnswerFields answer = call(normalize ? request.with("normalize", "true") : request);
        return new SchemaIds(answer.number("id"), answer.guid());
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        AnswerFields answer = lookUp(subject, definition, normalize);
        return new SchemaIds(answer.number("id"), answer.guid());
    }

    private AnswerFields lookUp(String subject, SchemaDefinition definition, boolean normalize) {
        RegistryRequest request =
                RegistryRequest.post(body(definition), "subjects", subject).about(subject);
        return call(normalize ? request.with("normalize", "true") : request);
    }

    @Override
    public SchemaDefinition definitionById(int id) {
        RegistryRequest request = RegistryRequest.get("schemas", "ids", Integer.toString(id));
        Deadline deadline = proxy.deadline();
        return definitions.complete(call(request, deadline).written("The schema with the id " + id), deadline);
    }

    @Override
    public Schema schemaByGuid(UUID guid) {
        RegistryRequest request = RegistryRequest.get("schemas", "guids", guid.toString());
        Deadline deadline = proxy.deadline();
        return definitions
                .complete(call(request, deadline).written("The schema with the GUID " + guid), deadline)
                .schema();
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        return unlessMissing(() -> numbered(subject, "latest"));
    }

    @Override
    public Optional<RegisteredSchema> version(String subject, int version) {
        // Registries take -1 for the newest, and answer 422 to what cannot be a version.
        return version < 1 ? Optional.empty() : unlessMissing(() -> numbered(subject, Integer.toString(version)));
    }

    @Override
    public List<Integer> versions(String subject) {
        RegistryRequest request =
                RegistryRequest.get("subjects", subject, VERSIONS).about(subject);
        return unlessMissing(() -> call(request).numbers()).orElse(List.of());
    }

    @Override
    public List<String> subjects(String prefix) {
        RegistryRequest all = RegistryRequest.get("subjects");
        List<String> found = new ArrayList<>(
                call(prefix.isEmpty() ? all : all.with("subjectPrefix", prefix)).texts());
        // Not every registry knows the parameter.
        found.removeIf(name -> !name.startsWith(prefix));
        Collections.sort(found);
        return List.copyOf(found);
    }

    @Override
    public Compatibility compatibility(String subject, SchemaDefinition candidate) {
        RegistryRequest request = RegistryRequest.post(body(candidate), "compatibility", "subjects", subject, VERSIONS)
                .about(subject)
                .with("verbose", "true");
        return unlessMissing(() -> call(request).compatibility()).orElse(Compatibility.YES);
    }

    @Override
    public Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        return unlessMissing(() -> {
            AnswerFields answer = lookUp(subject, definition, false);
            return new RegisteredSchema(
                    subject, answer.number("id"), answer.number("version"), answer.guid(), definition);
        });
    }

    private RegisteredSchema numbered(String subject, String version) {
        Deadline deadline = proxy.deadline();
        AnswerFields answer = call(version(subject, version), deadline);
        int number = answer.number("version");
        WrittenSchema written = answer.written(which(subject, number));
        SchemaDefinition definition = definitions.complete(written, deadline);
        return new RegisteredSchema(subject, answer.number("id"), number, answer.guid(), definition);
    }

    /** What others refer to may have been deleted since, and is still there for them. */
    private WrittenSchema fetchVersion(String subject, int version, Deadline deadline) {
        RegistryRequest request = version(subject, Integer.toString(version)).with("deleted", "true");
        return call(request, deadline).written(which(subject, version));
    }

    private static String which(String subject, int version) {
        return "Version " + version + " of the subject '" + subject + "'";
    }

    private static RegistryRequest version(String subject, String version) {
        return RegistryRequest.get("subjects", subject, VERSIONS, version).about(subject);
    }

    private AnswerFields call(RegistryRequest request) {
        return call(request, proxy.deadline());
    }

    private AnswerFields call(RegistryRequest request, Deadline deadline) {
        JsonNode answer = proxy.call(request, deadline);
        return new AnswerFields(answer, FailedCall.about(request.subject()));
    }

    private static String body(SchemaDefinition definition) {
        Map<String, Object> body = new TreeMap<>();
        body.put("schema", definition.text());
        if (!definition.references().isEmpty()) {
            body.put("references", definition.references());
        }
        return JSON.writeValueAsString(body);
    }

    private static <A> Optional<A> unlessMissing(Supplier<A> call) {
        try {
            return Optional.of(call.get());
        } catch (SchemaNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Connections of Java's client end by themselves when they are idle. */
    @Override
    public void close() {
        proxy.close();
    }
}
