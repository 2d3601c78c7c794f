package io.tidings.site.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.schema.Shape.Part;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Schemas that a schema is combined of. */
final class JsonParts {
    private static final Map<String, String> SEVERAL = new java.util.LinkedHashMap<>();
    private static final Map<String, String> SINGLE = new java.util.LinkedHashMap<>();
    private static final Map<String, String> NAMED = new java.util.LinkedHashMap<>();

    static {
        SEVERAL.put("allOf", "All of");
        SEVERAL.put("oneOf", "Exactly one of");
        SEVERAL.put("anyOf", "At least one of");
        SEVERAL.put("items", "Item");
        SEVERAL.put("prefixItems", "Item");
        SINGLE.put("not", "Not");
        SINGLE.put("if", "If");
        SINGLE.put("then", "Then");
        SINGLE.put("else", "Else");
        SINGLE.put("contains", "Contains");
        SINGLE.put("propertyNames", "Names of properties");
        NAMED.put("patternProperties", "Properties like");
        NAMED.put("dependentSchemas", "If there is");
    }

    private final BiFunction<Node, String, Shape> shapes;

    JsonParts(BiFunction<Node, String, Shape> shapes) {
        this.shapes = shapes;
    }

    void of(ObjectNode schema, String path, List<Part> parts) {
        SEVERAL.forEach(
                (keyword, title) -> schema.array(keyword).ifPresent(array -> several(title, array, path, parts)));
        SINGLE.forEach((keyword, title) -> schema.get(keyword).ifPresent(part -> add(title, part, path, parts)));
        NAMED.forEach((keyword, title) -> schema.object(keyword).ifPresent(named -> {
            for (Member member : named.members().values()) {
                add(title + " " + member.name(), member.value(), path, parts);
            }
        }));
        boolean object = schema.object("properties").isPresent();
        schema.get("additionalProperties")
                .filter(further -> object && further instanceof ObjectNode)
                .ifPresent(further -> add("Further properties", further, path, parts));
    }

    private void several(String title, ArrayNode array, String path, List<Part> parts) {
        int number = 0;
        for (Node item : array.items()) {
            number++;
            add(title + " " + number, item, path, parts);
        }
    }

    private void add(String title, Node part, String path, List<Part> parts) {
        Shape shape = shapes.apply(part, path);
        parts.add(new Part(title + ": " + shape.type(), shape));
    }
}
