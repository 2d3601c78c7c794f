package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;

/**
 * Writes a tree as YAML. Our own and not the engine's emitter, because that one puts every text with a blank before a line
 * end, as Markdown has them, into one long line of escapes.
 */
final class YamlWriter {
    private static final String STEP = "  ";

    /** Longer keys need a '?' before them, which nobody writes; YAML ends at 1024 characters. */
    private static final int LONGEST_KEY = 1_000;

    private final StringBuilder out = new StringBuilder();

    String write(Node root) {
        if (root instanceof ScalarNode scalar) {
            scalar(scalar, "", "");
        } else if (isEmpty(root)) {
            out.append(root instanceof ObjectNode ? "{}\n" : "[]\n");
        } else {
            block(root, "");
        }
        return out.toString();
    }

    /** The lines of an object or array that is not empty; the indentation of the first is there already. */
    private void block(Node node, String indent) {
        if (node instanceof ObjectNode object) {
            String before = "";
            for (Member member : object.members().values()) {
                out.append(before);
                key(member.name(), indent);
                member(member.value(), indent);
                before = indent;
            }
        } else {
            String before = "";
            for (Node item : ((ArrayNode) node).items()) {
                out.append(before).append('-');
                item(item, indent);
                before = indent;
            }
        }
    }

    private void member(Node value, String indent) {
        if (value instanceof ScalarNode scalar) {
            scalar(scalar, " ", indent);
        } else if (isEmpty(value)) {
            empty(value);
        } else {
            out.append('\n').append(indent).append(STEP);
            block(value, indent + STEP);
        }
    }

    private void item(Node value, String indent) {
        if (value instanceof ScalarNode scalar) {
            scalar(scalar, " ", indent);
        } else if (isEmpty(value)) {
            empty(value);
        } else {
            out.append(' ');
            block(value, indent + STEP);
        }
    }

    private void empty(Node value) {
        out.append(value instanceof ObjectNode ? " {}\n" : " []\n");
    }

    private void key(String name, String indent) {
        if (name.length() > LONGEST_KEY) {
            out.append("? ");
            QuotedText.write(name, out);
            out.append('\n').append(indent).append(':');
            return;
        }
        line(name);
        out.append(':');
    }

    /** @param indent of the line that it stands on, from which the lines of a block are indented */
    private void scalar(ScalarNode scalar, String space, String indent) {
        Object value = scalar.value();
        if (value instanceof String text) {
            if (text.indexOf('\n') >= 0 && LiteralText.allows(text)) {
                out.append(space);
                LiteralText.write(text, indent + STEP, out);
                return;
            }
            out.append(space);
            line(text);
        } else {
            out.append(space).append(value instanceof Double number ? special(number) : NumberText.of(value));
        }
        out.append('\n');
    }

    /** A text on one line, with as little around it as can be. */
    private void line(String text) {
        if (PlainText.allows(text)) {
            out.append(text);
        } else if (text.chars().allMatch(c -> QuotedText.readable((char) c))) {
            out.append('\'').append(text.replace("'", "''")).append('\'');
        } else {
            QuotedText.write(text, out);
        }
    }

    private static String special(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        return number > 0 ? ".inf" : "-.inf";
    }

    private static boolean isEmpty(Node node) {
        return node instanceof ObjectNode object
                ? object.members().isEmpty()
                : node instanceof ArrayNode array && array.items().isEmpty();
    }
}
