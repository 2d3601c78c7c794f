package io.tidings.site.schema;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.TextFormat;
import java.util.stream.Collectors;

/** Values as text. */
public final class Json {
    /** Longer ones read better on lines of their own. */
    private static final int LONGEST_LINE = 80;

    private Json() {}

    /** A text as it is, several with commas between them, anything else as JSON, on one line where that is short. */
    public static String text(Node node) {
        if (node.text().isPresent()) {
            return node.text().get();
        }
        if (node instanceof ArrayNode array
                && array.items().stream().allMatch(item -> item.text().isPresent())) {
            return array.items().stream().flatMap(item -> item.text().stream()).collect(Collectors.joining(", "));
        }
        return json(node);
    }

    /** As JSON, on one line where that is short. */
    static String json(Node node) {
        String text = TextFormat.JSON.write(node).strip();
        String line = text.replaceAll("\\n\\s*", " ");
        return line.length() <= LONGEST_LINE ? line : text;
    }
}
