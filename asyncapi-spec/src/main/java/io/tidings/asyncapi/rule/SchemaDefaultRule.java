package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem.Weight;

/** JSON Schema, {@code default}: what the schema itself lets pass. A WARNING: it is RECOMMENDED there, no more. */
final class SchemaDefaultRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("schema-default", Severity.WARNING, "a default fits the schema it stands in");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        subject.schemas().defaults().stream()
                .filter(problem -> problem.weight() != Weight.FORMAT)
                .forEach(findings::add);
    }
}
