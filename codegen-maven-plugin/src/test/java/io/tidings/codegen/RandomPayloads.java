package io.tidings.codegen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The payloads of a random document: records that share types, inline or in files of their own. There, a type of the first file is
 * only named by the others.
 */
final class RandomPayloads {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Random random;
    private final RandomBeside beside;
    private final boolean inFiles;
    private final List<Map<String, Object>> all = new ArrayList<>();
    /** Those payloads that have fields for identifiers. */
    private final Set<Object> around = new HashSet<>();

    private final Map<String, String> files = new LinkedHashMap<>();
    private final Set<Schema> known = new HashSet<>();

    RandomPayloads(Random random, String space, RandomBeside beside) {
        this.random = random;
        this.beside = beside;
        this.inFiles = random.nextInt(3) == 0;
        RandomSchemas.records(random, space, 1 + random.nextInt(3)).forEach(this::add);
    }

    @SuppressWarnings("deprecation") // nothing else writes a schema that names others
    private void add(Schema record) {
        Object schema = JSON.readValue(record.toString(known, false), Object.class);
        boolean wrapped = !(schema instanceof String) && random.nextInt(3) == 0;
        Object said = wrapped ? beside.around(schema) : schema;
        if (inFiles && !(schema instanceof String)) {
            String file = "payload-" + all.size() + (random.nextBoolean() ? ".avsc" : ".json");
            files.put(file, JSON.writeValueAsString(said));
            said = Map.of("$ref", "./" + file);
            if (known.isEmpty()) {
                addNamed(record);
            }
        }
        all.add(Map.of("schemaFormat", RandomDocument.AVRO, "schema", said));
        if (wrapped) {
            around.add(said);
        }
    }

    private void addNamed(Schema schema) {
        switch (schema.getType()) {
            case RECORD -> {
                if (known.add(schema)) {
                    schema.getFields().forEach(field -> addNamed(field.schema()));
                }
            }
            case ENUM, FIXED -> known.add(schema);
            case ARRAY -> addNamed(schema.getElementType());
            case MAP -> addNamed(schema.getValueType());
            case UNION -> schema.getTypes().forEach(this::addNamed);
            default -> {
                // it has no name
            }
        }
    }

    /** Each with its format; the first stands for itself. */
    List<Map<String, Object>> all() {
        return all;
    }

    /** What stands beside the document, by name. */
    Map<String, String> files() {
        return files;
    }

    /** Whether a message's payload has fields for identifiers. */
    boolean hasPlaces(Map<String, Object> payload) {
        return around.contains(payload.get("schema"));
    }

    /** Whether a message of a document of 3.x has such a payload. */
    boolean hasPlacesIn(@Nullable Map<String, Object> message) {
        return message != null
                && message.get("payload") instanceof Map<?, ?> payload
                && around.contains(Objects.requireNonNullElse(payload.get("schema"), ""));
    }
}
