package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.StyleChanged;

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
    String reason(StyleChanged change) {
        return "x-tidings.style changed from " + change.from() + " to " + change.to();
    }
}
