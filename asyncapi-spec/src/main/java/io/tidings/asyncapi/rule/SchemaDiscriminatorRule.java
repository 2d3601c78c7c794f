package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/** AsyncAPI 3.0, Schema Object, {@code discriminator}: the property is defined in the schema and required. */
final class SchemaDiscriminatorRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("schema-discriminator", Severity.ERROR, "a discriminator names a required property");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().discriminators().forEach(findings::add);
    }
}
