package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** AsyncAPI 3.0, Server Variable Object: {@code enum} lists all values there are. */
final class ServerVariableValuesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-variable-values", Severity.ERROR, "default and examples of a server variable are among its values");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode variable : subject.all("ServerVariable")) {
            ListedValues.check(variable, "variable", findings);
        }
    }
}
