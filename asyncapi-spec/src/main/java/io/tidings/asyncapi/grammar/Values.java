package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a value is of a kind that has no inner structure, and how to speak of it. */
final class Values {
    private Values() {}

    static boolean fits(Node node, Kind kind) {
        if (kind instanceof Kind.Word word) {
            return node.text().filter(word.word()::equals).isPresent();
        }
        if (kind instanceof Kind.Plain plain) {
            return switch (plain) {
                case ANY -> true;
                case OBJECT -> node instanceof ObjectNode;
                case STRING -> node.text().isPresent();
                case URI -> node.text().filter(Values::isUri).isPresent();
                case EMAIL -> node.text().filter(Values::isEmail).isPresent();
                case BOOLEAN -> node instanceof ScalarNode s && s.value() instanceof Boolean;
                case NUMBER -> node instanceof ScalarNode s && s.value() instanceof Number;
                case INTEGER -> node instanceof ScalarNode s && isInteger(s.value());
                case POSITIVE -> node instanceof ScalarNode s && isInteger(s.value()) && isPositive(s.value());
                case NULL -> node instanceof ScalarNode s && s.value() == null;
                case SCHEMA, PAYLOAD -> false;
            };
        }
        return false;
    }

    /** A scheme and no blanks: enough to find a slip, and no valid address is refused. */
    private static boolean isUri(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"]+");
    }

    private static boolean isEmail(String text) {
        return text.matches("[^\\s@]+@[^\\s@]+");
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof BigInteger
                || (value instanceof BigDecimal d && d.stripTrailingZeros().scale() <= 0);
    }

    private static boolean isPositive(@Nullable Object value) {
        return value instanceof BigInteger i ? i.signum() > 0 : value instanceof BigDecimal d && d.signum() > 0;
    }

    /** Whether only certain texts are of the kind, so that the value is worth quoting. */
    static boolean words(Kind kind) {
        return kind instanceof Kind.Word
                || kind == Kind.Plain.URI
                || kind == Kind.Plain.EMAIL
                || (kind instanceof Kind.Choice choice
                        && choice.kinds().stream().anyMatch(Values::words));
    }

    static @Nullable String hint(Node node, Kind kind) {
        if (kind instanceof Kind.Choice choice && node.text().isPresent()) {
            List<String> words = choice.kinds().stream()
                    .filter(Kind.Word.class::isInstance)
                    .map(k -> ((Kind.Word) k).word())
                    .toList();
            return DidYouMean.among(node.text().get(), words)
                    .map(word -> "did you mean '" + word + "'?")
                    .orElse(null);
        }
        if (kind == Kind.Plain.URI && node.text().isPresent()) {
            return "begin it with a scheme, such as 'https:'";
        }
        boolean unquoted = kind == Kind.Plain.STRING && node instanceof ScalarNode s && s.value() != null;
        return unquoted ? "put the value into quotes" : null;
    }

    /** The text of a string, cut where it is long. */
    static String shortText(Node node) {
        String text = node.text().orElse("");
        return text.length() > 60 ? text.substring(0, 57) + "..." : text;
    }

    /** What was found, for the end of a sentence. */
    static String found(Node node) {
        if (node instanceof ScalarNode scalar
                && (scalar.value() instanceof Number || scalar.value() instanceof Boolean)) {
            String text = String.valueOf(scalar.value());
            return text.length() > 30 ? "a " + node.kind() : text;
        }
        return withArticle(node.kind());
    }

    private static String withArticle(String kind) {
        return switch (kind) {
            case "null" -> "nothing (null)";
            case "array" -> "a list";
            case "object" -> "an object";
            default -> "a " + kind;
        };
    }
}
