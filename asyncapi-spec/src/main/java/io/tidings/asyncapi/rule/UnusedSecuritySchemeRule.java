package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An INFO for each security scheme of 2.x that no server and no operation names. */
final class UnusedSecuritySchemeRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("unused-securityScheme", Severity.INFO, "every security scheme is required somewhere");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        // A document without channels is a library of components for others.
        if (!subject.is2() || subject.document().channels().isEmpty()) {
            return;
        }
        Set<String> named = new HashSet<>();
        for (String type : List.of("Server", "Operation", "OperationTrait")) {
            for (ObjectNode holder : subject.all(type)) {
                for (Node requirement : Subject.items(holder, "security")) {
                    if (requirement instanceof ObjectNode schemes) {
                        named.addAll(schemes.members().keySet());
                    }
                }
            }
        }
        ObjectNode components = subject.written().object("components").orElse(subject.written());
        for (Member scheme : Subject.members(components, "securitySchemes")) {
            if (!named.contains(scheme.name())) {
                findings.add(
                        scheme,
                        "nothing requires the security scheme '" + scheme.name() + "'",
                        "name it in 'security' of a server or an operation, or remove it");
            }
        }
    }
}
