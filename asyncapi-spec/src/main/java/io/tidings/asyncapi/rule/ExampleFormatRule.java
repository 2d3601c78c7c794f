package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem.Weight;
import java.util.List;
import java.util.stream.Stream;

/** JSON Schema leaves it open whether {@code format} is more than a remark: a WARNING where an example does not have it. */
final class ExampleFormatRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "example-format", Severity.WARNING, "examples and defaults have the format their schema names");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Stream.of(subject.schemas().defaults(), subject.schemas().examples(), MessageExamples.problems(subject))
                .flatMap(List::stream)
                .filter(problem -> problem.weight() == Weight.FORMAT)
                .forEach(findings::add);
    }
}
