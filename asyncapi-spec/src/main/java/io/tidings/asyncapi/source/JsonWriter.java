package io.tidings.asyncapi.source;

import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Writes a tree as JSON. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    String write(Node root) {
        value(root, 0);
        return out.append('\n').toString();
    }

    private void value(Node node, int depth) {
        if (node instanceof ObjectNode object) {
            object(object, depth);
        } else if (node instanceof ArrayNode array) {
            array(array, depth);
        } else {
            scalar(((ScalarNode) node).value());
        }
    }

    private void object(ObjectNode object, int depth) {
        if (object.members().isEmpty()) {
            out.append("{}");
            return;
        }
        out.append('{');
        Iterator<Member> members = object.members().values().iterator();
        while (members.hasNext()) {
            Member member = members.next();
            line(depth + 1);
            QuotedText.write(member.name(), out);
            out.append(": ");
            value(member.value(), depth + 1);
            out.append(members.hasNext() ? "," : "");
        }
        line(depth);
        out.append('}');
    }

    private void array(ArrayNode array, int depth) {
        if (array.items().isEmpty()) {
            out.append("[]");
            return;
        }
        out.append('[');
        Iterator<Node> items = array.items().iterator();
        while (items.hasNext()) {
            line(depth + 1);
            value(items.next(), depth + 1);
            out.append(items.hasNext() ? "," : "");
        }
        line(depth);
        out.append(']');
    }

    private void scalar(@Nullable Object value) {
        if (value instanceof String || value instanceof Double) {
            QuotedText.write(value.toString(), out);
        } else {
            out.append(NumberText.of(value));
        }
    }

    private void line(int depth) {
        out.append('\n').append("  ".repeat(depth));
    }
}
