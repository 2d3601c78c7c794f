package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes what one rule finds. */
final class Findings {
    private final RuleInfo rule;
    private final Diagnostics diagnostics;

    Findings(RuleInfo rule, Diagnostics diagnostics) {
        this.rule = rule;
        this.diagnostics = diagnostics;
    }

    void add(Node at, String message, @Nullable String hint) {
        diagnostics.add(diagnostic(at, message, hint));
    }

    void add(Node at, String message, @Nullable String hint, Location related, String why) {
        diagnostics.add(diagnostic(at, message, hint).withRelated(related, why));
    }

    private Diagnostic diagnostic(Node at, String message, @Nullable String hint) {
        return new Diagnostic(rule.id(), rule.severity(), message, at.location(), at.pointer(), hint, List.of());
    }
}
