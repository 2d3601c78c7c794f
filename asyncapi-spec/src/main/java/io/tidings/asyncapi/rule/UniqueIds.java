package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ids of 2.x that must be unique in a document. In 3.x the key is the id. */
final class UniqueIds {
    private final String kind;
    private final String field;
    private final Map<String, Node> seen = new HashMap<>();

    UniqueIds(String kind, String field) {
        this.kind = kind;
        this.field = field;
    }

    void check(Subject subject, ObjectNode holder, Findings findings) {
        Node id = subject.is2() ? given(subject, holder, field) : null;
        String text = id == null ? null : id.text().orElse(null);
        Node earlier = text == null ? null : seen.putIfAbsent(text, id);
        if (id != null && earlier != null) {
            findings.add(
                    id,
                    "another " + kind + " has the '" + field + "' '" + text + "'",
                    "give each its own '" + field + "'",
                    earlier.location(),
                    "first here");
        }
    }

    /** A text that the last trait to speak of it gives, or else the object itself: in 2.x traits go first. */
    static @Nullable Node given(Subject subject, ObjectNode holder, String field) {
        Node given = holder.get(field).orElse(null);
        for (Node trait : Subject.items(holder, "traits")) {
            Optional<Node> over = subject.references().object(trait).flatMap(node -> node.get(field));
            given = over.orElse(given);
        }
        return given != null && given.text().isPresent() ? given : null;
    }
}
