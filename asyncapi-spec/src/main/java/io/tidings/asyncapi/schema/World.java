package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Schemas that hold of a value all at once: one of the cases that choices leave.
 *
 * @param schemas what is said, part by part
 * @param unclear whether more is said that cannot be read
 * @param impossible whether no value is allowed
 */
record World(List<ObjectNode> schemas, boolean unclear, boolean impossible) {
    static final World EMPTY = new World(List.of(), false, false);

    private static final Set<String> OF_OBJECTS =
            Set.of("properties", "patternProperties", "additionalProperties", "required", "propertyNames");
    private static final Set<String> OF_LISTS =
            Set.of("items", "prefixItems", "additionalItems", "minItems", "maxItems", "contains");

    World and(ObjectNode schema) {
        List<ObjectNode> more = new ArrayList<>(schemas);
        more.add(schema);
        return new World(List.copyOf(more), unclear, impossible);
    }

    World andUnclear() {
        return new World(schemas, true, impossible);
    }

    World andNothing() {
        return new World(schemas, unclear, true);
    }

    /** By identity: equal schemas may stand in several places. */
    boolean holds(Node schema) {
        return schemas.stream().map(Node.class::cast).anyMatch(held -> held == schema);
    }

    /** Whether anything restricts the type. */
    boolean typed() {
        return schemas.stream().anyMatch(schema -> !types(schema).isEmpty());
    }

    /** The types a value can have; integers count as numbers. Without a type, what the keywords are about. */
    Set<String> types() {
        Set<String> types = new LinkedHashSet<>(TypeWords.TYPES);
        types.remove("integer");
        if (typed()) {
            schemas.stream().map(World::types).filter(own -> !own.isEmpty()).forEach(types::retainAll);
            return types;
        }
        boolean objects = speaksOf(OF_OBJECTS);
        boolean lists = speaksOf(OF_LISTS);
        return objects == lists ? types : Set.of(objects ? "object" : "array");
    }

    private boolean speaksOf(Set<String> keywords) {
        return schemas.stream()
                .anyMatch(schema -> schema.members().keySet().stream().anyMatch(keywords::contains));
    }

    /** By {@code type}, or else by the values that are listed; empty where neither is there. */
    private static Set<String> types(ObjectNode schema) {
        Set<String> types = new LinkedHashSet<>();
        Node type = schema.get("type").orElse(null);
        if (type != null) {
            (type instanceof ArrayNode list ? list.items() : List.of(type))
                    .forEach(
                            item -> item.text().ifPresent(word -> types.add(word.equals("integer") ? "number" : word)));
            return types;
        }
        schema.get("const").ifPresent(value -> types.add(kind(value)));
        schema.array("enum").ifPresent(list -> list.items().forEach(value -> types.add(kind(value))));
        return types;
    }

    private static String kind(Node value) {
        return value instanceof ScalarNode scalar && scalar.value() == null ? "null" : value.kind();
    }
}
