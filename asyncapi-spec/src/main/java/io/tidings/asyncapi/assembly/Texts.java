package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Lists of texts. */
final class Texts {

    private Texts() {}

    /** What a field lists, in its order; what is no text is left out. */
    static List<String> of(ObjectNode node, String field) {
        return node.array(field)
                .map(list -> list.items().stream()
                        .map(Node::text)
                        .flatMap(Optional::stream)
                        .toList())
                .orElse(List.of());
    }
}
