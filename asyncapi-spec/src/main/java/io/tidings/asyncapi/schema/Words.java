package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.List;

/** How to speak of values. */
final class Words {
    private static final int LONGEST = 60;
    private static final int MOST = 8;

    private Words() {}

    /** What was found, for the end of a sentence: texts in quotes, numbers as they are. */
    static String found(Node node) {
        if (node instanceof ObjectNode) {
            return "an object";
        }
        if (node instanceof ArrayNode) {
            return "a list";
        }
        Object value = ((ScalarNode) node).value();
        if (value == null) {
            return "nothing (null)";
        }
        return value instanceof String text ? "'" + cut(text) + "'" : cut(String.valueOf(value));
    }

    static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 3) + "..." : text;
    }

    /** The first few of a list, for a hint. */
    static String some(List<String> words) {
        return words.size() <= MOST
                ? String.join(", ", words)
                : String.join(", ", words.subList(0, MOST)) + ", and " + (words.size() - MOST) + " more";
    }

    /** The word with its article: {@code a string}, {@code an object}. */
    static String article(String word) {
        return (word.matches("[aeiou].*") ? "an " : "a ") + word;
    }
}
