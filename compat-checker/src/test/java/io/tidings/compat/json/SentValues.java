package io.tidings.compat.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Values as those make them who read a schema: guided by it, then checked by a validator, since a guide sees one keyword at a
 * time. Properties that the schema does not declare come only where it declares none, or says what others are like.
 */
final class SentValues {

    private static final List<Object> ANY = List.of("A", "B", "", "abc", 0, 1, 2, 3, -1, 0.5, true, false);
    private static final List<String> NAMES = List.of("a", "b", "c", "d", "ab", "x", "xyz");

    private final Object root;
    private final Random random;

    SentValues(Object root, long seed) {
        this.root = root;
        this.random = new Random(seed);
    }

    /** A candidate. */
    Object next() {
        return value(List.of(root), 4);
    }

    private Object value(List<Object> schemas, int depth) {
        if (depth < -4) {
            return JsonValue.NULL; // what is required of itself has no end
        }
        Parts parts = new Parts();
        schemas.forEach(schema -> parts.add(schema, 6));
        if (parts.constants != null && !parts.constants.isEmpty()) {
            return JsonTexts.plain(one(parts.constants));
        }
        List<String> types = new ArrayList<>(
                parts.types == null ? List.of("integer", "string", "object", "array", "null") : parts.types);
        if (types.isEmpty()) {
            return JsonTexts.plain(one(ANY));
        }
        return switch (one(types)) {
            case "null" -> JsonValue.NULL;
            case "boolean" -> random.nextBoolean();
            case "integer" -> JsonValue.number(random.nextInt(13) - 4);
            case "number" -> JsonValue.number(new BigDecimal(random.nextInt(26) - 8).multiply(new BigDecimal("0.25")));
            case "string" -> text();
            case "array" -> array(parts, depth);
            default -> object(parts, depth);
        };
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append("abcAB".charAt(random.nextInt(5)));
        }
        return text.toString();
    }

    private Object array(Parts parts, int depth) {
        List<Object> items = new ArrayList<>();
        int length = depth <= 0 ? 0 : random.nextInt(4);
        for (int i = 0; i < length; i++) {
            List<Object> schemas = new ArrayList<>();
            for (Map<?, ?> part : parts.objects) {
                Object at = part.get("items");
                if (at instanceof List<?> tuple) {
                    Object rest = part.get("additionalItems");
                    schemas.add(i < tuple.size() ? tuple.get(i) : rest == null ? true : rest);
                } else if (at != null) {
                    schemas.add(at);
                }
                if (part.get("contains") != null && random.nextBoolean()) {
                    schemas.add(part.get("contains"));
                }
            }
            items.add(value(schemas, depth - 1));
        }
        return items;
    }

    private Object object(Parts parts, int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (String name : parts.names()) {
            boolean required = parts.requires(name);
            if (required || (depth > 0 && random.nextInt(3) > 0)) {
                members.put(name, value(parts.of(name), depth - 1));
            }
        }
        return members;
    }

    private <T> T one(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** All schemas that hold of a value, alternatives chosen. */
    private final class Parts {
        private final List<Map<?, ?>> objects = new ArrayList<>();
        private @Nullable List<String> types;
        private @Nullable List<Object> constants;

        void add(@Nullable Object schema, int depth) {
            if (!(schema instanceof Map<?, ?> map) || depth < 0) {
                return;
            }
            if (map.get("$ref") instanceof String reference) {
                Map<?, ?> definitions = JsonTexts.object(root, "definitions");
                add(definitions.get(reference.substring(reference.lastIndexOf('/') + 1)), depth - 1);
                return;
            }
            objects.add(map);
            if (map.get("type") != null) {
                Object type = map.get("type");
                keep(type instanceof List<?> several ? several : List.of(type));
            }
            if (map.get("enum") instanceof List<?> values) {
                constants = new ArrayList<>(values);
            }
            if (map.containsKey("const")) {
                constants = new ArrayList<>(List.of(map.get("const")));
            }
            if (map.get("allOf") instanceof List<?> all) {
                all.forEach(part -> add(part, depth - 1));
            }
            if (map.get("oneOf") instanceof List<?> alternatives) {
                add(one(alternatives), depth - 1);
            }
            if (map.get("anyOf") instanceof List<?> alternatives) {
                alternatives.stream().filter(part -> random.nextBoolean()).forEach(part -> add(part, depth - 1));
            }
            if (map.containsKey("if")) {
                boolean met = random.nextBoolean();
                if (met) {
                    add(map.get("if"), depth - 1);
                }
                add(map.get(met ? "then" : "else"), depth - 1);
            }
        }

        private void keep(List<?> labels) {
            List<String> kept = new ArrayList<>();
            for (Object label : labels) {
                String name = String.valueOf(label);
                boolean integer = types != null && name.equals("number") && types.contains("integer");
                if (types == null || types.contains(name) || (name.equals("integer") && types.contains("number"))) {
                    kept.add(name);
                } else if (integer) {
                    kept.add("integer");
                }
            }
            types = kept;
        }

        Set<String> names() {
            Set<String> names = new TreeSet<>();
            boolean declares = false;
            boolean others = false;
            for (Map<?, ?> part : objects) {
                if (part.get("properties") instanceof Map<?, ?> properties) {
                    declares |= !properties.isEmpty();
                    properties.keySet().forEach(name -> names.add(String.valueOf(name)));
                }
                if (part.get("required") instanceof List<?> required) {
                    required.forEach(name -> names.add(String.valueOf(name)));
                }
                declares |= part.containsKey("patternProperties");
                others |= part.get("additionalProperties") instanceof Map
                        || Boolean.TRUE.equals(part.get("additionalProperties"));
            }
            if (!declares || others) {
                names.addAll(NAMES.subList(0, random.nextInt(NAMES.size())));
            }
            for (Map<?, ?> part : objects) {
                if (part.get("patternProperties") instanceof Map<?, ?> patterns) {
                    NAMES.stream()
                            .filter(name -> patterns.keySet().stream()
                                    .anyMatch(pattern -> new Regex(String.valueOf(pattern)).finds(name) == Truth.TRUE))
                            .forEach(names::add);
                }
            }
            return names;
        }

        boolean requires(String name) {
            return objects.stream()
                    .anyMatch(part -> part.get("required") instanceof List<?> required && required.contains(name));
        }

        List<Object> of(String name) {
            List<Object> schemas = new ArrayList<>();
            for (Map<?, ?> part : objects) {
                boolean named = part.get("properties") instanceof Map<?, ?> properties && properties.containsKey(name);
                if (named) {
                    schemas.add(Objects.requireNonNull(
                            JsonTexts.object(part, "properties").get(name)));
                } else if (part.get("additionalProperties") instanceof Map<?, ?> others) {
                    schemas.add(others);
                }
                if (part.get("patternProperties") instanceof Map<?, ?> patterns) {
                    patterns.forEach((pattern, schema) -> {
                        if (new Regex(String.valueOf(pattern)).finds(name) == Truth.TRUE) {
                            schemas.add(schema);
                        }
                    });
                }
            }
            return schemas;
        }
    }
}
