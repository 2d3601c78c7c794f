package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem.Weight;

/** JSON Schema, {@code examples}: what the schema itself lets pass. A WARNING: it is RECOMMENDED there, no more. */
final class SchemaExamplesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("schema-examples", Severity.WARNING, "the examples in a schema fit it");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().examples().stream()
                .filter(problem -> problem.weight() != Weight.FORMAT)
                .forEach(findings::add);
    }
}
