package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** A variable in the address of a server has a name between its braces. */
final class ServerEmptyVariableRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-no-empty-variable", Severity.WARNING, "no variable in the address of a server is without a name");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode server : subject.all("Server")) {
            for (Node address : ServerVariablesRule.addresses(server)) {
                if (address.text().orElse("").contains("{}")) {
                    findings.add(
                            address,
                            "'{}' in '" + address.text().orElse("") + "' has no name",
                            "name the variable and declare it in 'variables'");
                }
            }
        }
    }
}
