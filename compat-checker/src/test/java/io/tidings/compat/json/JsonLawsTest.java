package io.tidings.compat.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.compat.json.Formula.Refer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What holds of every schema: it reads itself, in whatever order it is written and however its parts are referred to. */
class JsonLawsTest {

    private static final int SCHEMAS = 400;
    private static final Set<String> ONE_SCHEMA =
            Set.of("items", "additionalItems", "contains", "not", "additionalProperties", "propertyNames", "if");
    private static final Set<String> NAMED = Set.of("properties", "patternProperties");
    private static final Set<String> SETS = Set.of("required", "enum", "type");

    @Test
    void where_parts_stand_makes_no_difference() {
        for (long seed = 0; seed < SCHEMAS; seed++) {
            Object schema = RandomJson.pair(seed).get(0);
            JsonSchema once = SchemaTexts.schema(JsonTexts.text(schema));
            String turned = JsonTexts.text(new Refactoring(seed).of(schema));
            JsonSchema again = SchemaTexts.schema(turned);
            JsonReader reader = new JsonReader();

            assertThat(reader.same(new Refer(once), new Refer(again)))
                    .as("seed %s\n%s\n%s", seed, JsonTexts.text(schema), turned)
                    .isTrue();
            assertThat(reader.judge(once, again).readable()).as("seed %s", seed).isTrue();
        }
    }

    /** Writes a schema in another order, with some of its parts in definitions. */
    private static final class Refactoring {
        private final Random random;
        private final Map<String, Object> definitions = new LinkedHashMap<>();

        Refactoring(long seed) {
            this.random = new Random(seed);
        }

        Object of(Object root) {
            Map<?, ?> map = (Map<?, ?>) root;
            Map<?, ?> own = JsonTexts.object(root, "definitions");
            Map<String, @Nullable Object> turned = members(map);
            own.forEach((name, schema) -> definitions.put(String.valueOf(name), schema(schema, false)));
            turned.put("definitions", definitions);
            return turned;
        }

        private Object schema(Object schema, boolean mayMove) {
            if (!(schema instanceof Map<?, ?> map)) {
                return schema;
            }
            Map<String, @Nullable Object> turned = members(map);
            if (mayMove && random.nextInt(3) == 0) {
                String name = "Moved" + definitions.size();
                definitions.put(name, turned);
                return Map.of("$ref", "#/definitions/" + name);
            }
            return turned;
        }

        private Map<String, @Nullable Object> members(Map<?, ?> map) {
            List<String> names = new ArrayList<>();
            map.keySet().forEach(name -> names.add(String.valueOf(name)));
            Collections.shuffle(names, random);
            Map<String, @Nullable Object> turned = new LinkedHashMap<>();
            names.stream()
                    .filter(name -> !name.equals("definitions"))
                    .forEach(name -> turned.put(name, member(name, map.get(name))));
            return turned;
        }

        private @Nullable Object member(String keyword, @Nullable Object value) {
            if (value instanceof List<?> list) {
                List<Object> copy = new ArrayList<>();
                list.forEach(item -> copy.add(SETS.contains(keyword) ? item : schema(item, true)));
                if (SETS.contains(keyword)) {
                    Collections.shuffle(copy, random);
                }
                return copy;
            }
            if (value instanceof Map<?, ?> map && NAMED.contains(keyword)) {
                Map<String, Object> copy = new LinkedHashMap<>();
                map.forEach((name, part) -> copy.put(String.valueOf(name), schema(part, true)));
                return copy;
            }
            return value instanceof Map<?, ?> && ONE_SCHEMA.contains(keyword) ? schema(value, true) : value;
        }
    }
}
