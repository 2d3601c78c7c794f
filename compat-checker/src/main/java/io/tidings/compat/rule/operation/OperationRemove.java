package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.Removed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An operation was removed. */
final class OperationRemove extends Rule<Removed> {

    OperationRemove() {
        super(
                Removed.class,
                new RuleInfo(
                        "operation-remove",
                        "operation",
                        "An operation was removed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the operation until nobody depends on it"));
    }

    @Override
    protected String reason(Removed change) {
        return "the application no longer does " + change.action()
                + " here: those on the other side wait or send in vain";
    }
}
