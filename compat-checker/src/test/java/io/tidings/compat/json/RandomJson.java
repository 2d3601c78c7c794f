package io.tidings.compat.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Schemas, and mutations of them: small enough to often admit one another, with all keywords that are decided. */
final class RandomJson {

    private static final List<String> NAMES = List.of("a", "b", "c", "d");
    private static final List<String> TYPES =
            List.of("null", "boolean", "integer", "number", "string", "array", "object");
    private static final List<Object> CONSTANTS = List.of("A", "B", "C", 0, 1, 2, true, "", List.of(), map("a", 1));
    private static final List<String> PATTERNS = List.of("^[a-c]", "^[ab]+$", "A", "^.{2,3}$", "^(a|b)?$");

    private final Random random;

    RandomJson(long seed) {
        this.random = new Random(seed);
    }

    /** A writer's schema and a reader's, the second a mutation of the first, or the other way round. */
    static List<Object> pair(long seed) {
        RandomJson json = new RandomJson(seed);
        Object one = json.root();
        Object other = one;
        int mutations = 1 + json.random.nextInt(3);
        for (int i = 0; i < mutations; i++) {
            other = json.mutated(other, 0);
        }
        return json.random.nextBoolean() ? List.of(one, other) : List.of(other, one);
    }

    /** Whether a definition applies itself, in place, to the same value. */
    static boolean selfMade(Object schema) {
        Map<?, ?> definitions = JsonTexts.object(schema, "definitions");
        return List.of("D", "E").stream().anyMatch(name -> reaches(definitions.get(name), name, definitions, 0));
    }

    private static boolean reaches(@Nullable Object schema, String name, Map<?, ?> definitions, int depth) {
        if (!(schema instanceof Map<?, ?> map)) {
            return false;
        }
        if (map.get("$ref") instanceof String reference) {
            String next = reference.substring(reference.lastIndexOf('/') + 1);
            return depth > 3 || next.equals(name) || reaches(definitions.get(next), name, definitions, depth + 1);
        }
        List<@Nullable Object> parts = new ArrayList<>();
        for (String keyword : List.of("allOf", "anyOf", "oneOf")) {
            parts.addAll(map.get(keyword) instanceof List<?> some ? some : List.of());
        }
        for (String keyword : List.of("not", "if", "then", "else")) {
            parts.add(map.get(keyword));
        }
        if (map.get("dependencies") instanceof Map<?, ?> some) {
            parts.addAll(some.values());
        }
        return parts.stream().anyMatch(part -> reaches(part, name, definitions, depth));
    }

    private Object root() {
        Map<String, Object> root = new LinkedHashMap<>(object(3));
        root.put("definitions", map("D", schema(2), "E", schema(1)));
        return root;
    }

    /** In the order given: the same seed is the same pair in every run. */
    private static Map<String, Object> map(Object... entries) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < entries.length; i += 2) {
            map.put(String.valueOf(entries[i]), entries[i + 1]);
        }
        return map;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    private Object schema(int depth) {
        int choice = random.nextInt(depth <= 0 ? 8 : 20);
        return switch (choice) {
            case 0 -> random.nextInt(6) > 0;
            case 1 -> map("type", one(TYPES));
            case 2 -> map("type", List.of("null", one(List.of("string", "integer", "boolean"))));
            case 3 -> map("enum", List.of(one(CONSTANTS), "A", "B"));
            case 4 -> map("const", one(CONSTANTS));
            case 5, 6 -> number();
            case 7 -> string();
            case 8, 9 -> array(depth);
            case 10 -> map("$ref", "#/definitions/" + one(List.of("D", "E")));
            case 11 -> map(one(List.of("anyOf", "oneOf", "allOf")), List.of(schema(depth - 1), schema(depth - 1)));
            case 12 -> map("not", schema(depth - 1));
            case 13 -> with(object(depth), one(List.of("anyOf", "oneOf", "allOf")), List.of(part(depth), part(depth)));
            case 14 -> condition(depth);
            default -> object(depth);
        };
    }

    /** A part of an object's schema. */
    private Object part(int depth) {
        return random.nextBoolean()
                ? map("required", List.of(one(NAMES)))
                : map("properties", map(one(NAMES), schema(depth - 1)), "required", List.of(one(NAMES)));
    }

    private Map<String, Object> condition(int depth) {
        Map<String, Object> schema = new LinkedHashMap<>(object(depth));
        schema.put("if", map("properties", map(one(NAMES), map("const", one(CONSTANTS)))));
        schema.put("then", part(depth));
        if (random.nextBoolean()) {
            schema.put("else", part(depth));
        }
        return schema;
    }

    private static Map<String, Object> with(Map<String, Object> schema, String keyword, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(schema);
        more.put(keyword, value);
        return more;
    }

    private Map<String, Object> number() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", random.nextBoolean() ? "integer" : "number");
        if (random.nextBoolean()) {
            schema.put(one(List.of("minimum", "exclusiveMinimum")), random.nextInt(5) - 2);
        }
        if (random.nextBoolean()) {
            schema.put(one(List.of("maximum", "exclusiveMaximum")), random.nextInt(6));
        }
        if (random.nextInt(3) == 0) {
            schema.put("multipleOf", one(List.of(1, 2, 3, 0.5)));
        }
        return schema;
    }

    private Map<String, Object> string() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "string");
        if (random.nextBoolean()) {
            schema.put("minLength", random.nextInt(3));
        }
        if (random.nextBoolean()) {
            schema.put("maxLength", random.nextInt(5));
        }
        if (random.nextInt(4) == 0) {
            schema.put("pattern", one(PATTERNS));
        }
        return schema;
    }

    private Map<String, Object> array(int depth) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "array");
        if (random.nextInt(4) == 0) {
            schema.put("items", List.of(schema(depth - 1), schema(depth - 1)));
            if (random.nextBoolean()) {
                schema.put("additionalItems", schema(depth - 1));
            }
        } else {
            schema.put("items", schema(depth - 1));
        }
        if (random.nextInt(3) == 0) {
            schema.put("minItems", random.nextInt(3));
        }
        if (random.nextInt(3) == 0) {
            schema.put("maxItems", random.nextInt(4));
        }
        if (random.nextInt(5) == 0) {
            schema.put("uniqueItems", true);
        }
        if (random.nextInt(6) == 0) {
            schema.put("contains", schema(depth - 1));
        }
        return schema;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        Map<String, Object> properties = new LinkedHashMap<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            properties.put(NAMES.get(i), schema(depth - 1));
        }
        if (count > 0 || random.nextBoolean()) {
            schema.put("properties", properties);
        }
        if (random.nextBoolean()) {
            schema.put("required", List.of(one(NAMES)));
        }
        int rare = random.nextInt(16);
        switch (rare) {
            case 0, 1 -> schema.put("additionalProperties", false);
            case 2 -> schema.put("additionalProperties", schema(depth - 1));
            case 3 -> schema.put("patternProperties", map(one(List.of("^a", "b$", "^x")), schema(depth - 1)));
            case 4 -> schema.put("minProperties", random.nextInt(3));
            case 5 -> schema.put("maxProperties", random.nextInt(4));
            case 6 -> schema.put("dependencies", map(one(NAMES), List.of(one(NAMES))));
            case 7 -> schema.put("dependencies", map(one(NAMES), schema(depth - 1)));
            case 8 -> schema.put("propertyNames", map("maxLength", 1 + random.nextInt(3)));
            case 9 -> schema.put("additionalProperties", true);
            default -> {}
        }
        return schema;
    }

    /** The same with something changed, somewhere. */
    private Object mutated(Object schema, int depth) {
        if (!(schema instanceof Map<?, ?> map) || map.isEmpty() || (random.nextInt(4) == 0 && depth > 0)) {
            return random.nextInt(3) == 0 ? schema(1) : grown(schema);
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) -> copy.put(String.valueOf(key), value));
        String key = one(new ArrayList<>(copy.keySet()));
        Object value = Objects.requireNonNull(copy.get(key));
        switch (key) {
            case "properties", "definitions", "patternProperties" -> copy.put(key, named((Map<?, ?>) value, depth));
            case "items", "additionalItems", "contains", "not", "additionalProperties", "if", "then", "else" ->
                copy.put(key, value instanceof List<?> list ? listed(list, depth) : mutated(value, depth + 1));
            case "allOf", "anyOf", "oneOf" -> copy.put(key, listed((List<?>) value, depth));
            case "required" ->
                copy.put(
                        key,
                        random.nextBoolean()
                                ? List.of()
                                : List.of(one(NAMES), one(NAMES)).stream()
                                        .distinct()
                                        .toList());
            case "enum" ->
                copy.put(key, List.of("A", one(CONSTANTS)).stream().distinct().toList());
            case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum" -> copy.put(key, random.nextInt(7) - 2);
            case "minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties" ->
                copy.put(key, random.nextInt(5));
            case "multipleOf" -> copy.put(key, one(List.of(1, 2, 4, 6, 0.25)));
            case "type" -> copy.put(key, random.nextInt(3) > 0 ? value : one(TYPES));
            case "pattern" -> copy.put(key, one(PATTERNS));
            default -> copy.remove(key);
        }
        if (random.nextInt(6) == 0 && !key.equals("definitions")) {
            copy.remove(key);
        }
        return copy;
    }

    private Object grown(Object schema) {
        return switch (random.nextInt(4)) {
            case 0 -> map("anyOf", List.of(schema, schema(0)));
            case 1 -> map("oneOf", List.of(schema, schema(0)));
            case 2 -> map("allOf", List.of(schema, schema(0)));
            default -> schema;
        };
    }

    private Map<String, Object> named(Map<?, ?> parts, int depth) {
        Map<String, Object> copy = new LinkedHashMap<>();
        parts.forEach((key, value) -> copy.put(String.valueOf(key), value));
        String key = copy.isEmpty() ? "a" : one(new ArrayList<>(copy.keySet()));
        boolean definitions = copy.containsKey("D");
        switch (random.nextInt(4)) {
            case 0 -> {
                if (!definitions) {
                    copy.remove(key);
                }
            }
            case 1 -> copy.put(one(definitions ? List.of("D", "E") : NAMES), schema(1));
            default -> copy.computeIfPresent(key, (name, value) -> mutated(value, depth + 1));
        }
        return copy;
    }

    private List<Object> listed(List<?> parts, int depth) {
        List<Object> copy = new ArrayList<>(parts);
        int at = random.nextInt(copy.size());
        switch (random.nextInt(5)) {
            case 0 -> copy.add(schema(1));
            case 1 -> {
                if (copy.size() > 1) {
                    copy.remove(at);
                }
            }
            default -> copy.set(at, mutated(copy.get(at), depth + 1));
        }
        return copy;
    }
}
