package io.tidings.site.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.site.schema.Shape.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the keywords of a JSON Schema say of a value, besides its type. */
final class JsonFacts {
    private static final Map<String, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put("enum", "one of");
        WORDS.put("const", "always");
        WORDS.put("default", "default");
        WORDS.put("minimum", "at least");
        WORDS.put("exclusiveMinimum", "more than");
        WORDS.put("maximum", "at most");
        WORDS.put("exclusiveMaximum", "less than");
        WORDS.put("multipleOf", "multiple of");
        WORDS.put("minLength", "shortest");
        WORDS.put("maxLength", "longest");
        WORDS.put("pattern", "like");
        WORDS.put("contentEncoding", "encoded as");
        WORDS.put("contentMediaType", "holds");
        WORDS.put("minItems", "fewest items");
        WORDS.put("maxItems", "most items");
        WORDS.put("minProperties", "fewest properties");
        WORDS.put("maxProperties", "most properties");
        WORDS.put("discriminator", "told apart by");
        WORDS.put("examples", "for example");
    }

    private static final Map<String, String> FLAGS =
            Map.of("uniqueItems", "no item twice", "readOnly", "read only", "writeOnly", "write only");

    private JsonFacts() {}

    /** Of an array or map: its own, and those of what it holds. */
    static List<Fact> of(ObjectNode schema, @Nullable Shape items) {
        List<Fact> facts = new ArrayList<>(of(schema));
        if (items != null) {
            items.facts().forEach(fact -> facts.add(new Fact("each " + fact.name(), fact.values())));
        }
        return facts;
    }

    static List<Fact> of(ObjectNode schema) {
        List<Fact> facts = new ArrayList<>();
        WORDS.forEach((keyword, words) -> schema.get(keyword).ifPresent(value -> facts.add(fact(words, value))));
        FLAGS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(flag -> says(schema, flag.getKey(), true))
                .forEach(flag -> facts.add(new Fact(flag.getValue(), List.of())));
        if (says(schema, "additionalProperties", false)) {
            facts.add(new Fact("no further properties", List.of()));
        }
        return facts;
    }

    private static boolean says(ObjectNode schema, String keyword, boolean value) {
        return schema.get(keyword).orElse(null) instanceof ScalarNode scalar
                && Boolean.valueOf(value).equals(scalar.value());
    }

    private static Fact fact(String words, Node value) {
        boolean list = value instanceof ArrayNode && (words.equals("one of") || words.equals("for example"));
        if (list) {
            return new Fact(
                    words,
                    ((ArrayNode) value).items().stream().map(Shapes::value).toList());
        }
        boolean bare = words.equals("like") || words.equals("told apart by");
        return Fact.of(words, bare ? value.text().orElse(Shapes.value(value)) : Shapes.value(value));
    }
}
