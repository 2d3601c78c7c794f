package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** AsyncAPI 3.0, Parameter Object: {@code enum} lists all values there are. */
final class ParameterValuesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "parameter-values", Severity.ERROR, "default and examples of a parameter are among its values");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode parameter : subject.all("Parameter")) {
            ListedValues.check(parameter, "parameter", findings);
        }
    }
}
