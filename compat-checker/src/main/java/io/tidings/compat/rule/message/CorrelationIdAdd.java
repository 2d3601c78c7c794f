package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.CorrelationIdChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A correlation id was added. */
final class CorrelationIdAdd extends Rule<CorrelationIdChanged> {

    CorrelationIdAdd() {
        super(
                CorrelationIdChanged.class,
                new RuleInfo(
                        "correlation-id-add",
                        "message",
                        "A correlation id was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do"));
    }

    @Override
    protected boolean fires(CorrelationIdChanged change) {
        return change.from().equals("nothing");
    }

    @Override
    protected String reason(CorrelationIdChanged change) {
        return "messages carry a correlation id at " + change.to() + " now";
    }
}
