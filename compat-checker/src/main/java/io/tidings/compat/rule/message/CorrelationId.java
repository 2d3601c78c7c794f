package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.CorrelationIdChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected boolean fires(CorrelationIdChanged change) {
        return !change.from().equals("nothing");
    }

    @Override
    protected String reason(CorrelationIdChanged change) {
        return "the correlation id moved from " + change.from() + " to " + change.to()
                + ": the other side looks at the old place";
    }
}
