package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.schema.Problem.Weight;

/** As {@link MessageExamplesRule}, where nothing shows which of several schemas is meant. A WARNING only, because an official example of 3.0.0 breaks it. */
final class MessageExamplesChoiceRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "message-examples-choice",
            Severity.WARNING,
            "where a message may be one of several, its examples are one of them");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        MessageExamples.problems(subject).stream()
                .filter(problem -> problem.weight() == Weight.UNSETTLED)
                .forEach(findings::add);
    }
}
