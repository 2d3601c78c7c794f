package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.StyleChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An operation has another style. */
final class OperationStyle extends Rule<StyleChanged> {

    OperationStyle() {
        super(
                StyleChanged.class,
                new RuleInfo(
                        "operation-style",
                        "operation",
                        "An operation has another style",
                        new Grid("W", "W"),
                        Bump.MAJOR,
                        "Check by hand that both sides still mean the same: an event has many listeners, a command one"));
    }

    @Override
    protected String reason(StyleChanged change) {
        return "x-tidings.style changed from " + change.from() + " to " + change.to();
    }
}
