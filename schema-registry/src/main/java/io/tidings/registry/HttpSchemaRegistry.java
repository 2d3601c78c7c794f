package io.tidings.registry;

import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The Confluent Schema Registry API, version 1, over HTTP. Remembers nothing. */
final class HttpSchemaRegistry implements SchemaRegistry {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final RegistryProxy proxy;

    HttpSchemaRegistry(RegistryProxy proxy) {
        this.proxy = proxy;
    }

    @Override
    public int register(String subject, Schema schema) {
        return id(call(RegistryRequest.post(body(schema), "subjects", subject, "versions")));
    }

    @Override
    public int idOf(String subject, Schema schema) {
        return id(call(RegistryRequest.post(body(schema), "subjects", subject)));
    }

    @Override
    public Schema schemaById(int id) {
        return schema(
                call(RegistryRequest.get("schemas", "ids", Integer.toString(id))), "The schema with the id " + id);
    }

    @Override
    public Optional<RegisteredSchema> latest(String subject) {
        JsonNode answer;
        try {
            answer = call(RegistryRequest.get("subjects", subject, "versions", "latest"));
        } catch (RegistryException e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
        Schema schema = schema(answer, "The newest schema of the subject '" + subject + "'");
        return Optional.of(new RegisteredSchema(subject, id(answer), number(answer, "version"), schema));
    }

    private JsonNode call(RegistryRequest request) {
        return proxy.call(request, proxy.deadline());
    }

    private static String body(Schema schema) {
        return JSON.writeValueAsString(Map.of("schema", schema.toString()));
    }

    private static int id(JsonNode answer) {
        return number(answer, "id");
    }

    private static int number(JsonNode answer, String field) {
        JsonNode number = answer.path(field);
        if (!number.canConvertToInt()) {
            throw new RegistryException(
                    "The schema registry's answer has no number '" + field + "': " + answer, true, 0);
        }
        return number.asInt();
    }

    /** What the registry accepted was valid to its writers; names and defaults that Avro would refuse today still decode. */
    private static Schema schema(JsonNode answer, String which) {
        String type = answer.path("schemaType").asString("AVRO");
        if (!type.equals("AVRO")) {
            throw new RegistryException(which + " is not an Avro schema but " + type, false, 200);
        }
        if (!answer.path("references").isEmpty()) {
            throw new RegistryException(which + " refers to other subjects, which is not supported", false, 0);
        }
        JsonNode text = answer.path("schema");
        if (!text.isString()) {
            throw new RegistryException("The schema registry's answer has no text 'schema': " + answer, true, 0);
        }
        try {
            return SchemaText.parse(text.asString());
        } catch (SchemaParseException e) {
            throw new RegistryException(which + " cannot be parsed: " + e.getMessage(), false, 200, e);
        }
    }

    /** Nothing to close: connections of the JDK's client end by themselves. */
    @Override
    public void close() {}
}
