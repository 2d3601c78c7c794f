package io.tidings.messaging.serde;

import java.util.List;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Avro's compiler notes in the schemas of generated classes ({@code avro.java.string}) is of no concern to readers in
 * other languages: the registry holds the contract as it was written, and so the ids that a pipeline registered are found.
 */
final class JavaProperties {

    private static final JsonMapper JSON = JsonMapper.shared();

    private JavaProperties() {}

    static Schema without(Schema schema) {
        String text = schema.toString();
        if (!text.contains(GenericData.STRING_PROP)) {
            return schema;
        }
        JsonNode tree = JSON.readTree(text);
        strip(tree);
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(tree.toString());
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(List.of(GenericData.STRING_PROP));
        }
        node.forEach(JavaProperties::strip);
    }
}
