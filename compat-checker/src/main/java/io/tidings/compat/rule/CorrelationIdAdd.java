package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.CorrelationIdChanged;

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
    boolean fires(CorrelationIdChanged change) {
        return change.from().equals("nothing");
    }

    @Override
    String reason(CorrelationIdChanged change) {
        return "messages carry a correlation id at " + change.to() + " now";
    }
}
