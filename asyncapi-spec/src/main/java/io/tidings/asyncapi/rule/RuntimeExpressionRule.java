package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI 3.0, Runtime Expression: {@code $message.header#/pointer} or {@code $message.payload#/pointer}. */
final class RuntimeExpressionRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("runtime-expression", Severity.ERROR, "a location is a runtime expression");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Expression expression : Expressions.all(subject)) {
            if (!expression.wellFormed()) {
                findings.add(
                        expression.node(),
                        "'" + expression.text() + "' is no runtime expression",
                        "write '$message.header#/name' or '$message.payload#/path/to/field'");
            }
        }
    }
}
