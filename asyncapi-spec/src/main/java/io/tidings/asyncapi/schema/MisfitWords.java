package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The sentence for one keyword that a value does not satisfy.
 *
 * @param hint what to do about it, if there is something to say
 */
record MisfitWords(String message, @Nullable String hint) {

    /** @param judge the value of the keyword in the schema, where it was found */
    static MisfitWords of(String keyword, @Nullable Node judge, Node value) {
        String found = Words.found(value);
        String limit = judge == null ? "" : limit(judge);
        return switch (keyword) {
            case "type" -> type(judge, value, found);
            case "enum" -> allowed(judge, value, found);
            case "const" -> only("expected " + limit + ", found " + found);
            case "minimum" -> only(found + " is less than the minimum, " + limit);
            case "maximum" -> only(found + " is more than the maximum, " + limit);
            case "exclusiveMinimum" -> only(found + " is not more than " + limit);
            case "exclusiveMaximum" -> only(found + " is not less than " + limit);
            case "multipleOf" -> only(found + " is no multiple of " + limit);
            case "minLength" -> only(found + " is shorter than " + counted(limit, "character"));
            case "maxLength" -> only(found + " is longer than " + counted(limit, "character"));
            case "pattern" -> only(found + " does not match " + limit);
            case "format" -> only(found + " is not of the format " + limit);
            case "minItems" -> only("the list has fewer than " + counted(limit, "item"));
            case "maxItems" -> only("the list has more than " + counted(limit, "item"));
            case "uniqueItems" -> only("the list has the same item twice");
            case "contains", "minContains", "maxContains" ->
                only("the list does not have as many items of the kind it has to contain");
            case "minProperties" -> only("the object has fewer than " + counted(limit, "field"));
            case "maxProperties" -> only("the object has more than " + counted(limit, "field"));
            case "additionalItems", "unevaluatedItems" -> only("the list has an item too many");
            case "false" -> only("nothing may stand here");
            case "not" -> only(found + " is what the schema excludes");
            case "oneOf" -> only(found + " fits more than one schema of 'oneOf', where exactly one is allowed");
            case Alternatives.NONE_FITS -> none(judge, found, true);
            case Alternatives.UNSETTLED -> none(judge, found, false);
            default -> only(found + " does not satisfy '" + keyword + "'");
        };
    }

    private static MisfitWords only(String message) {
        return new MisfitWords(message, null);
    }

    private static MisfitWords type(@Nullable Node judge, Node value, String found) {
        String types = judge instanceof ArrayNode list
                ? list.items().stream().map(MisfitWords::word).collect(Collectors.joining(" or "))
                : judge == null ? "another type" : word(judge);
        boolean quotes = types.contains("a string")
                && value instanceof ScalarNode scalar
                && (scalar.value() instanceof Number || scalar.value() instanceof Boolean);
        String text = value.text().orElse("");
        boolean unquoted =
                ((types.contains("number") || types.contains("integer")) && text.matches("-?[0-9]+(\\.[0-9]+)?"))
                        || (types.contains("boolean") && text.matches("true|false"));
        boolean json = text.stripLeading().startsWith("{") && types.contains("object");
        String hint = quotes
                ? "put the value into quotes"
                : unquoted ? "write it without quotes" : json ? "write the object itself, not its text" : null;
        return new MisfitWords("expected " + types + ", found " + found, hint);
    }

    private static String word(Node type) {
        String word = type.text().orElse("");
        return word.equals("null") ? "null" : Words.article(word);
    }

    private static MisfitWords allowed(@Nullable Node judge, Node value, String found) {
        List<String> values = judge instanceof ArrayNode list
                ? list.items().stream()
                        .filter(ScalarNode.class::isInstance)
                        .map(item -> String.valueOf(((ScalarNode) item).value()))
                        .toList()
                : List.of();
        String hint = DidYouMean.among(value.text().orElse(""), values)
                .map(near -> "did you mean '" + near + "'?")
                .orElse(values.isEmpty() ? null : "one of " + Words.some(values));
        return new MisfitWords(found + " is not one of the values allowed", hint);
    }

    private static MisfitWords none(@Nullable Node judge, String found, boolean byType) {
        List<Node> branches = judge instanceof ArrayNode list ? list.items() : List.of();
        List<String> types = branches.stream()
                .map(branch ->
                        branch instanceof ObjectNode object ? object.get("type").orElse(null) : null)
                .map(type -> type == null || type.text().isEmpty() ? "" : word(type))
                .distinct()
                .toList();
        String hint =
                !byType || types.size() < 2 || types.contains("") ? null : "expected " + String.join(" or ", types);
        return new MisfitWords(found + " fits none of the " + branches.size() + " schemas to choose from", hint);
    }

    private static String counted(String limit, String what) {
        return limit + " " + what + (limit.equals("1") ? "" : "s");
    }

    private static String limit(Node judge) {
        return Words.found(judge);
    }
}
