package io.tidings.registry;

import java.util.List;
import java.util.UUID;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one file holds; which parts depends on the question.
 *
 * @param id with guid: what a schema is called; 0 if the answer is a schema
 * @param version of the subject; 0 unless asked for
 * @param text of a schema as it was registered
 * @param whole the same with everything it refers to, so that reading it takes one file
 */
record KeptAnswer(
        int id,
        int version,
        @Nullable String guid,
        @Nullable String text,
        List<SchemaReference> references,
        @Nullable String whole) {

    private static final JsonMapper JSON = JsonMapper.shared();

    KeptAnswer {
        references = references == null ? List.of() : List.copyOf(references);
    }

    static KeptAnswer of(SchemaIds ids) {
        return new KeptAnswer(ids.id(), 0, name(ids.guid()), null, List.of(), null);
    }

    static KeptAnswer of(RegisteredSchema schema) {
        return new KeptAnswer(schema.id(), schema.version(), name(schema.guid()), null, List.of(), null);
    }

    static KeptAnswer of(SchemaDefinition definition) {
        return new KeptAnswer(
                0,
                0,
                null,
                definition.text(),
                definition.references(),
                definition.schema().toString());
    }

    private static @Nullable String name(@Nullable UUID guid) {
        return guid == null ? null : guid.toString();
    }

    static @Nullable KeptAnswer parse(String json) {
        try {
            return JSON.readValue(json, KeptAnswer.class);
        } catch (JacksonException e) {
            return null;
        }
    }

    String json() {
        return JSON.writeValueAsString(this);
    }

    /** Null if the answer is a schema. */
    @Nullable SchemaIds ids() {
        return text != null ? null : new SchemaIds(id, guid == null ? null : UUID.fromString(guid));
    }

    /** Null if the answer is no schema; throws {@link SchemaParseException} if what it is cannot be parsed. */
    @Nullable SchemaDefinition definition() {
        if (text == null || whole == null) {
            return null;
        }
        Schema schema = new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(whole);
        return new SchemaDefinition(text, references, schema);
    }
}
