package io.tidings.asyncapi.grammar;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Whether a value is of a kind that has no inner structure, and how to speak of it. */
final class Values {
    private Values() {}

    static boolean fits(Node node, Kind kind) {
        if (kind instanceof Kind.Word word) {
            return node.text().filter(word.word()::equals).isPresent();
        }
        if (kind instanceof Kind.Range range) {
            return node instanceof ScalarNode s && isInteger(s.value()) && range.holds(decimal(s.value()));
        }
        if (kind instanceof Kind.Text length) {
            return node.text()
                    .map(text -> text.codePointCount(0, text.length()))
                    .filter(count -> count >= length.atLeast() && count <= length.atMost())
                    .isPresent();
        }
        if (kind instanceof Kind.Matching matching) {
            return node.text()
                    .filter(text -> matching.pattern().matcher(text).matches())
                    .isPresent();
        }
        if (kind instanceof Kind.Plain plain) {
            return switch (plain) {
                case ANY -> true;
                case OBJECT -> node instanceof ObjectNode;
                case STRING -> node.text().isPresent();
                case URI -> node.text().filter(Formats::isUri).isPresent();
                case EMAIL -> node.text().filter(Formats::isEmail).isPresent();
                case HOST -> node.text().filter(Formats::isHost).isPresent();
                case MEDIATYPE -> node.text().filter(Formats::isMediaType).isPresent();
                case BOOLEAN -> node instanceof ScalarNode s && s.value() instanceof Boolean;
                case NUMBER -> node instanceof ScalarNode s && s.value() instanceof Number;
                case INTEGER -> node instanceof ScalarNode s && isInteger(s.value());
                case NULL -> node instanceof ScalarNode s && s.value() == null;
                case SCHEMA, OBJECTSCHEMA, PROPERTYSCHEMA, PAYLOAD -> false;
            };
        }
        return false;
    }

    private static boolean isInteger(@Nullable Object value) {
        return value instanceof BigInteger
                || (value instanceof BigDecimal d && d.stripTrailingZeros().scale() <= 0);
    }

    /** Never its digits one by one: {@code 1e999999999} is an integer too, and larger than any memory. */
    private static BigDecimal decimal(@Nullable Object value) {
        return value instanceof BigDecimal d ? d : new BigDecimal((BigInteger) Objects.requireNonNull(value));
    }

    /** Whether only certain texts are of the kind, so that the value is worth quoting. */
    static boolean words(Kind kind) {
        return kind instanceof Kind.Word
                || kind instanceof Kind.Text
                || kind instanceof Kind.Matching
                || kind == Kind.Plain.URI
                || kind == Kind.Plain.EMAIL
                || soft(kind)
                || (kind instanceof Kind.Choice choice
                        && choice.kinds().stream().anyMatch(Values::words));
    }

    /** Whether a text of another form is doubtful only: the specification names the form, its schemas let any text pass. */
    static boolean soft(Kind kind) {
        return kind == Kind.Plain.HOST || kind == Kind.Plain.MEDIATYPE;
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
            return node.text().get().matches("[A-Za-z][A-Za-z0-9+.-]*:.+")
                    ? "write blanks and other characters that no URI has as %20 and the like"
                    : "begin it with a scheme, such as 'https:'";
        }
        if (kind == Kind.Plain.HOST && node.text().isPresent()) {
            return "schemes stand in 'protocol', paths in 'pathname'";
        }
        if (kind == Kind.Plain.SCHEMA && node.text().isPresent()) {
            return "a schema of this text alone is {type: string, enum: ['" + shortText(node) + "']}";
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
