package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types of JSON Schema, and what people write instead. */
final class TypeWords {
    static final List<String> TYPES = List.of("array", "boolean", "integer", "null", "number", "object", "string");

    private static final Map<String, String> OTHERS = Map.ofEntries(
            type("int", "integer"),
            type("long", "integer"),
            type("int32", "integer"),
            type("int64", "integer"),
            type("float", "number"),
            type("double", "number"),
            type("decimal", "number"),
            type("bool", "boolean"),
            type("str", "string"),
            type("text", "string"),
            type("list", "array"),
            type("map", "object"),
            type("dict", "object"),
            format("date", "date"),
            format("time", "time"),
            format("datetime", "date-time"),
            format("date-time", "date-time"),
            format("timestamp", "date-time"),
            format("uuid", "uuid"),
            format("uri", "uri"),
            format("email", "email"),
            Map.entry("any", "leave 'type' out: then any value is allowed"),
            Map.entry("nil", "write it in quotes: 'null'"),
            Map.entry("record", "it is a type of Avro: say so by {schemaFormat: ..., schema: ...}"));

    private TypeWords() {}

    private static Map.Entry<String, String> type(String word, String meant) {
        return Map.entry(word, "did you mean '" + meant + "'?");
    }

    private static Map.Entry<String, String> format(String word, String meant) {
        return Map.entry(word, "write {type: string, format: " + meant + "}");
    }

    static @Nullable String hint(String written) {
        String known = OTHERS.get(written.toLowerCase(Locale.ROOT));
        return known != null
                ? known
                : DidYouMean.among(written, TYPES)
                        .map(near -> "did you mean '" + near + "'?")
                        .orElse("one of " + String.join(", ", TYPES));
    }
}
