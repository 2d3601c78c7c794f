package io.tidings.compat.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A JSON Schema without what only people read. */
final class JsonSchemaText {

    private static final Set<String> FOR_PEOPLE =
            Set.of("title", "description", "examples", "example", "$comment", "externalDocs", "deprecated");
    /** Below these, names are the user's, not keywords. */
    private static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies");

    private JsonSchemaText() {}

    static Object constraints(Object schema) {
        if (schema instanceof Map<?, ?> object) {
            Map<Object, Object> kept = new LinkedHashMap<>();
            object.forEach((name, value) -> {
                if (NAMED_SCHEMAS.contains(String.valueOf(name)) && value instanceof Map<?, ?> named) {
                    Map<Object, Object> schemas = new LinkedHashMap<>();
                    named.forEach((key, part) -> schemas.put(key, constraints(part)));
                    kept.put(name, schemas);
                } else if (!FOR_PEOPLE.contains(String.valueOf(name))
                        && !String.valueOf(name).startsWith("x-")) {
                    kept.put(name, constraints(value));
                }
            });
            return kept;
        }
        return schema instanceof List<?> items
                ? items.stream().map(JsonSchemaText::constraints).toList()
                : schema;
    }
}
