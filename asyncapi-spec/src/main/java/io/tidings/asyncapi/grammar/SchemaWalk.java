package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/** Goes through a schema for its references; what else it says is not the grammar's to judge. */
final class SchemaWalk {
    /** Below these stand examples of data, in which a {@code $ref} is no reference. */
    private static final Set<String> DATA = Set.of("default", "example", "examples", "const", "enum");

    private final List<ReferenceUse> references;
    private final GrammarCheck values;
    private final List<SchemaUse> schemas = new ArrayList<>();
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
                if (SchemaFormat.of(format).isJsonSchema()) {
                    object.get("schema").ifPresent(schema -> {
                        schemas.add(new SchemaUse(schema, format));
                        walk(schema, Kind.Plain.SCHEMA);
                    });
                } else {
                    // What it leads to is in another language as well.
                    object.get("schema")
                            .filter(GrammarCheck::isReference)
                            .ifPresent(schema -> walk(schema, Kind.Plain.PAYLOAD));
                }
            } else {
                schemas.add(new SchemaUse(node, ""));
                walk(node, Kind.Plain.SCHEMA);
            }
            return true;
        }
        return node instanceof ScalarNode scalar && scalar.value() instanceof Boolean;
    }

    /** Looks for references only, where the language of the schema is not known here. */
    void payload(Node node) {
        walk(node, Kind.Plain.PAYLOAD);
    }

    /** The JSON Schemas found so far. */
    List<SchemaUse> schemas() {
        return schemas;
    }

    boolean walked(Node node) {
        return seen.containsKey(node);
    }

    private void walk(Node node, Kind expected) {
        if (node instanceof ObjectNode object) {
            if (seen.put(object, true) != null) {
                return;
            }
            if (object.string("$ref").isPresent()) {
                references.add(new ReferenceUse(object, expected));
                return;
            }
            object.members().values().stream()
                    .filter(member -> !DATA.contains(member.name()))
                    .forEach(member -> walk(member.value(), expected));
        } else if (node instanceof ArrayNode array) {
            array.items().forEach(item -> walk(item, expected));
        }
    }
}
