package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI 3.0, Schema Object, and the draft of JSON Schema that a schema names: every keyword has a value of its kind. */
final class SchemasRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo("schemas", Severity.ERROR, "a schema is one");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().mistakes().forEach(findings::add);
    }
}
