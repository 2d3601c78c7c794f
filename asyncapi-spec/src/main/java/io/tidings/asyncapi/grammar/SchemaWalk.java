package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Goes through a schema for its references; what else it says is not the grammar's to judge. */
final class SchemaWalk {
    /** Below these stand examples of data, in which a {@code $ref} is no reference. */
    private static final Set<String> DATA = Set.of("default", "example", "examples", "const", "enum");

    private final List<ReferenceUse> references;
    private final GrammarCheck values;
    private final IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();

    SchemaWalk(List<ReferenceUse> references, GrammarCheck values) {
        this.references = references;
        this.values = values;
    }

    /** Whether the value can be a schema at all: an object, a boolean, or a schema with a format. */
    boolean check(Node node) {
        if (node instanceof ObjectNode object) {
            if (object.members().containsKey("schemaFormat")) {
                values.check(node, new Kind.Described("MultiFormatSchema"));
                String format = object.string("schemaFormat").orElse("");
                if (isJsonSchema(format)) {
                    object.get("schema").ifPresent(this::walk);
                } else {
                    object.get("schema").filter(GrammarCheck::isReference).ifPresent(this::walk);
                }
            } else {
                walk(node);
            }
            return true;
        }
        return node instanceof ScalarNode scalar && scalar.value() instanceof Boolean;
    }

    private static boolean isJsonSchema(String format) {
        return format.startsWith("application/vnd.aai.asyncapi") || format.startsWith("application/schema");
    }

    private void walk(Node node) {
        if (node instanceof ObjectNode object) {
            if (seen.put(object, true) != null) {
                return;
            }
            if (object.string("$ref").isPresent()) {
                references.add(new ReferenceUse(object, Kind.Plain.SCHEMA));
                return;
            }
            object.members().values().stream()
                    .filter(member -> !DATA.contains(member.name()))
                    .forEach(member -> walk(member.value()));
        } else if (node instanceof ArrayNode array) {
            array.items().forEach(this::walk);
        }
    }
}
