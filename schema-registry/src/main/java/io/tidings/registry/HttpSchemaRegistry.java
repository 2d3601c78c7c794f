package io.tidings.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.avro.Schema;
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
        return call(normalized(request, normalize), AnswerFields::ids);
    }

    @Override
    public SchemaIds find(String subject, SchemaDefinition definition, boolean normalize) {
        return call(normalized(lookUp(subject, definition), normalize), AnswerFields::ids);
    }

    private static RegistryRequest lookUp(String subject, SchemaDefinition definition) {
        return RegistryRequest.post(body(definition), "subjects", subject).about(subject);
    }

    private static RegistryRequest normalized(RegistryRequest request, boolean normalize) {
        return normalize ? request.with("normalize", "true") : request;
    }

    @Override
    public SchemaDefinition definitionById(int id) {
        RegistryRequest request = RegistryRequest.get("schemas", "ids", Integer.toString(id));
        Deadline deadline = proxy.deadline();
        String which = "The schema with the id " + id;
        return definitions.complete(proxy.call(request, fields -> fields.written(which), deadline), deadline);
    }

    @Override
    public Schema schemaByGuid(UUID guid) {
        RegistryRequest request = RegistryRequest.get("schemas", "guids", guid.toString());
        Deadline deadline = proxy.deadline();
        String which = "The schema with the GUID " + guid;
        return definitions
                .complete(proxy.call(request, fields -> fields.written(which), deadline), deadline)
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
        return unlessMissing(() -> call(request, AnswerFields::numbers)).orElse(List.of());
    }

    @Override
    public List<String> subjects(String prefix) {
        RegistryRequest all = RegistryRequest.get("subjects");
        List<String> found =
                new ArrayList<>(call(prefix.isEmpty() ? all : all.with("subjectPrefix", prefix), AnswerFields::texts));
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
        return unlessMissing(() -> call(request, AnswerFields::compatibility)).orElse(Compatibility.YES);
    }

    @Override
    public Optional<SubjectPolicy> policy(String subject) {
        RegistryRequest own =
                RegistryRequest.get("config", subject).about(subject).with("defaultToGlobal", "true");
        // Not every registry knows the parameter.
        return unlessMissing(() -> call(own, AnswerFields::policy))
                .or(() -> unlessMissing(() -> call(RegistryRequest.get("config"), AnswerFields::policy)))
                .flatMap(policy -> policy);
    }

    @Override
    public Optional<RegisteredSchema> registered(String subject, SchemaDefinition definition) {
        return unlessMissing(() -> call(
                lookUp(subject, definition),
                fields -> new RegisteredSchema(
                        subject, fields.number("id"), fields.number("version"), fields.guid(), definition)));
    }

    private RegisteredSchema numbered(String subject, String version) {
        Deadline deadline = proxy.deadline();
        WrittenVersion found = proxy.call(version(subject, version), WrittenVersion::read, deadline);
        return new RegisteredSchema(
                subject,
                found.ids().id(),
                found.number(),
                found.ids().guid(),
                definitions.complete(found.schema(), deadline));
    }

    /** What others refer to may have been deleted since, and is still there for them. */
    private WrittenSchema fetchVersion(String subject, int version, Deadline deadline) {
        RegistryRequest request = version(subject, Integer.toString(version)).with("deleted", "true");
        String which = "Version " + version + " of the subject '" + subject + "'";
        return proxy.call(request, fields -> fields.written(which), deadline);
    }

    private static RegistryRequest version(String subject, String version) {
        return RegistryRequest.get("subjects", subject, VERSIONS, version).about(subject);
    }

    private <A> A call(RegistryRequest request, Function<AnswerFields, A> reader) {
        return proxy.call(request, reader, proxy.deadline());
    }

    /** What an answer says of one version. */
    private record WrittenVersion(int number, SchemaIds ids, WrittenSchema schema) {

        static WrittenVersion read(AnswerFields fields) {
            int number = fields.number("version");
            String which =
                    "Version " + number + " of the subject '" + fields.call().subject() + "'";
            return new WrittenVersion(number, fields.ids(), fields.written(which));
        }
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
