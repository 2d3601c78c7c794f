package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;

/**
 * JSON Schema draft-07, section 8.3.1: schemas SHOULD NOT be made of each other without end, the behavior is undefined. A
 * WARNING, because generators write base types that list their own subtypes, and validators that follow discriminators
 * understand them.
 */
final class SchemaCircleRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo("schema-circle", Severity.WARNING, "no schema is made of itself");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().selfMade().forEach(findings::add);
    }
}
