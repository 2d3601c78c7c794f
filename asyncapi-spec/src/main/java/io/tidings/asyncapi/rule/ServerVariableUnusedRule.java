package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Set;

/** A WARNING for a variable that is declared and does not occur in the address of its server. */
final class ServerVariableUnusedRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-variable-unused", Severity.WARNING, "every variable of a server occurs in its address");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode server : subject.all("Server")) {
            Set<String> used = ServerVariablesRule.used(server);
            for (Member variable : Subject.members(server, "variables")) {
                // A slip in the name has been told where the variable is used.
                boolean mistyped = DidYouMean.among(variable.name(), ServerVariablesRule.undeclared(server))
                        .isPresent();
                if (!used.contains(variable.name())
                        && !mistyped
                        && !ServerVariablesRule.addresses(server).isEmpty()) {
                    findings.add(
                            variable,
                            "the variable '" + variable.name() + "' does not occur in the address of its server",
                            "write {" + variable.name() + "} in the address, or remove it");
                }
            }
        }
    }
}
