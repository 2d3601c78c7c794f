package io.tidings.asyncapi.diagnostic;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is said of a document while it is read. For one thread. */
public final class Diagnostics {
    private final List<Diagnostic> collected = new ArrayList<>();

    public void add(Diagnostic diagnostic) {
        collected.add(diagnostic);
    }

    public void error(String code, String message, Node at, @Nullable String hint) {
        Node place = place(at);
        add(Diagnostic.error(code, message, place.location(), place.pointer(), hint));
    }

    public void warning(String code, String message, Node at, @Nullable String hint) {
        Node place = place(at);
        add(Diagnostic.warning(code, message, place.location(), place.pointer(), hint));
    }

    /** Of a reference its text is meant, not the object around it. */
    public static Node place(Node node) {
        return node instanceof ObjectNode object ? object.get("$ref").orElse(node) : node;
    }

    public List<Diagnostic> all() {
        return List.copyOf(collected);
    }
}
