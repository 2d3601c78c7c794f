package io.tidings.compat.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What decides in a key's JSON Schema which bytes a key has: types, formats, properties. Bounds, patterns and lists of values only
 * say which keys there are.
 */
final class KeyShape {

    private static final Set<String> BOUNDS = Set.of(
            "default",
            "maxItems",
            "maxLength",
            "maximum",
            "minItems",
            "minLength",
            "minimum",
            "exclusiveMaximum",
            "exclusiveMinimum",
            "multipleOf",
            "pattern",
            "uniqueItems");

    private static final Set<String> VALUES = Set.of("const", "enum");

    private KeyShape() {}

    /** Whether a key that both schemas admit has the same bytes; when in doubt, it has not. */
    static boolean same(Object was, Object is) {
        return of(JsonSchemaText.constraints(was)).equals(of(JsonSchemaText.constraints(is)));
    }

    private static Object of(Object schema) {
        if (!(schema instanceof Map<?, ?> object) || !(object.get("type") instanceof String)) {
            return schema; // what says no one type is compared as a whole
        }
        Map<Object, Object> shape = new LinkedHashMap<>();
        object.forEach((keyword, value) -> {
            if (keyword.equals("properties") && value instanceof Map<?, ?> properties) {
                Map<Object, Object> shapes = new LinkedHashMap<>();
                properties.forEach((name, property) -> shapes.put(name, of(property)));
                shape.put(keyword, shapes);
            } else if (keyword.equals("items")) {
                shape.put(
                        keyword,
                        value instanceof List<?> items
                                ? items.stream().map(KeyShape::of).toList()
                                : of(value));
            } else if (!BOUNDS.contains(String.valueOf(keyword)) && !VALUES.contains(String.valueOf(keyword))) {
                shape.put(keyword, value);
            }
        });
        return shape;
    }
}
