package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what one rule finds. */
final class Findings {
    private final String code;
    private final Severity severity;
    private final Diagnostics diagnostics;

    Findings(String code, Severity severity, Diagnostics diagnostics) {
        this.code = code;
        this.severity = severity;
        this.diagnostics = diagnostics;
    }

    void add(Node at, String message, @Nullable String hint) {
        diagnostics.add(diagnostic(at, message, hint));
    }

    /** Of a member as a whole: points at its name. */
    void add(Member at, String message, @Nullable String hint) {
        Diagnostic d = diagnostic(at.value(), message, hint);
        diagnostics.add(
                new Diagnostic(d.code(), d.severity(), message, at.keyLocation(), d.pointer(), hint, List.of()));
    }

    /** Of a member as a whole: points at its name. */
    void add(Member at, String message, @Nullable String hint, Location related, String why) {
        Diagnostic d = diagnostic(at.value(), message, hint);
        diagnostics.add(new Diagnostic(d.code(), d.severity(), message, at.keyLocation(), d.pointer(), hint, List.of())
                .withRelated(related, why));
    }

    void add(Node at, String message, @Nullable String hint, Location related, String why) {
        diagnostics.add(diagnostic(at, message, hint).withRelated(related, why));
    }

    void add(Problem problem) {
        diagnostics.add(new Diagnostic(
                code,
                severity,
                problem.message(),
                problem.location(),
                problem.pointer(),
                problem.hint(),
                problem.related()));
    }

    private Diagnostic diagnostic(Node at, String message, @Nullable String hint) {
        Node place = Diagnostics.place(at);
        return new Diagnostic(code, severity, message, place.location(), place.pointer(), hint, List.of());
    }
}
