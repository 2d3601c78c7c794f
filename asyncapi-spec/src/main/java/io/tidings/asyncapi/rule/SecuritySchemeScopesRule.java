package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Set;

/** AsyncAPI 3.0, Security Scheme Object: {@code scopes} are of those that the flows offer. */
final class SecuritySchemeScopesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "security-scheme-scopes", Severity.ERROR, "a security scheme needs scopes that its flows offer");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode scheme : subject.all("SecurityScheme")) {
            Set<String> offered = SecurityRequirements.offered(scheme, "availableScopes");
            boolean flows = !Subject.members(scheme, "flows").isEmpty();
            for (Node scope : Subject.items(scheme, "scopes")) {
                String name = scope.text().orElse(null);
                if (flows && name != null && !offered.contains(name)) {
                    findings.add(
                            scope,
                            "no flow offers the scope '" + name + "'",
                            DidYouMean.among(name, offered)
                                    .map(near -> "did you mean '" + near + "'?")
                                    .orElse("add it to 'availableScopes' of a flow"));
                }
            }
        }
    }
}
