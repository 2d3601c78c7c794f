package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where {@code enum} lists all values there are, default and examples are among them. */
final class ListedValues {
    private ListedValues() {}

    static void check(ObjectNode holder, String kind, Findings findings) {
        List<String> values = Subject.items(holder, "enum").stream()
                .map(Node::text)
                .flatMap(Optional::stream)
                .toList();
        if (values.isEmpty()) {
            return;
        }
        List<Node> given = new ArrayList<>();
        holder.get("default").ifPresent(given::add);
        given.addAll(Subject.items(holder, "examples"));
        for (Node node : given) {
            String text = node.text().orElse(null);
            if (text != null && !values.contains(text)) {
                findings.add(
                        node, "'" + text + "' is none of the values of this " + kind, DidYouMean.hint(text, values));
            }
        }
    }
}
