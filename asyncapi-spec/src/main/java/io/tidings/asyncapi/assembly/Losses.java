package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a document of 2.x says and one of 3.x cannot. Of a document that is only read, nobody asks. */
final class Losses {
    private final List<Diagnostic> found = new ArrayList<>();

    void add(String code, String message, Node at, @Nullable String hint) {
        Node place = Diagnostics.place(at);
        found.add(Diagnostic.warning(code, message, place.location(), place.pointer(), hint));
    }

    /** In the place of a diagnostic. */
    void add(String code, String message, Diagnostic at, @Nullable String hint) {
        found.add(Diagnostic.warning(code, message, at.location(), at.pointer(), hint));
    }

    List<Diagnostic> all() {
        return found.stream().sorted(Diagnostic.ORDER).distinct().toList();
    }
}
