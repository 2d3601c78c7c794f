package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem.Weight;

/** AsyncAPI 3.0, Message Example Object: {@code payload} and {@code headers} validate against those of the message. */
final class MessageExamplesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("message-examples", Severity.ERROR, "the examples of a message fit its payload and headers");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        MessageExamples.problems(subject).stream()
                .filter(problem -> problem.weight() == Weight.CERTAIN)
                .forEach(findings::add);
    }
}
