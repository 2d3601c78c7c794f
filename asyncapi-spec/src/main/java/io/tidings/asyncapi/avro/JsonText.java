package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import org.jspecify.annotations.Nullable;

/** Writes trees as JSON, for Avro's parser to read. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    void raw(char c) {
        out.append(c);
    }

    /** A comma, unless something was just opened. */
    void separate() {
        char last = out.length() == 0 ? '[' : out.charAt(out.length() - 1);
        if (last != '[' && last != '{') {
            out.append(',');
        }
    }

    void name(String name) {
        separate();
        text(name);
        out.append(':');
    }

    void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    void value(Node node) {
        if (node instanceof ObjectNode object) {
            out.append('{');
            object.members().values().forEach(member -> {
                name(member.name());
                value(member.value());
            });
            out.append('}');
        } else if (node instanceof ArrayNode array) {
            out.append('[');
            array.items().forEach(item -> {
                separate();
                value(item);
            });
            out.append(']');
        } else if (node instanceof ScalarNode scalar) {
            scalar(scalar.value());
        }
    }

    private void scalar(@Nullable Object value) {
        // Infinities and NaN are no JSON: written as texts, Avro judges them.
        if (value instanceof String || value instanceof Double) {
            text(value.toString());
        } else {
            out.append(value);
        }
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
