package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.CorrelationIdChanged;

/** The correlation id moved or was removed. */
final class CorrelationId extends Rule<CorrelationIdChanged> {

    CorrelationId() {
        super(
                CorrelationIdChanged.class,
                new RuleInfo(
                        "correlation-id",
                        "message",
                        "The correlation id moved or was removed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Send the correlation id in both places until all have moved"));
    }

    @Override
    boolean fires(CorrelationIdChanged change) {
        return !change.from().equals("nothing");
    }

    @Override
    String reason(CorrelationIdChanged change) {
        return "the correlation id moved from " + change.from() + " to " + change.to()
                + ": the other side looks at the old place";
    }
}
