package io.tidings.asyncapi.diagnostic;

import io.tidings.asyncapi.source.Node;
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
        add(Diagnostic.error(code, message, at.location(), at.pointer(), hint));
    }

    public void warning(String code, String message, Node at, @Nullable String hint) {
        add(Diagnostic.warning(code, message, at.location(), at.pointer(), hint));
    }

    /** Whether an error stands at a pointer of a file or below it. */
    public boolean hasErrorWithin(String file, String pointer) {
        return collected.stream()
                .anyMatch(d -> d.isError()
                        && d.location().file().equals(file)
                        && (d.pointer().equals(pointer) || d.pointer().startsWith(pointer + "/")));
    }

    /** How many errors there are. */
    public long errors() {
        return collected.stream().filter(Diagnostic::isError).count();
    }

    public List<Diagnostic> all() {
        return List.copyOf(collected);
    }
}
