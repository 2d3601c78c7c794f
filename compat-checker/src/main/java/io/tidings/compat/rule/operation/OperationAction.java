package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ActionChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The action of an operation changed. */
final class OperationAction extends Rule<ActionChanged> {

    OperationAction() {
        super(
                ActionChanged.class,
                new RuleInfo(
                        "operation-action",
                        "operation",
                        "The action of an operation changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add an operation with the other action instead"));
    }

    @Override
    protected String reason(ActionChanged change) {
        return "the action changed from " + change.from() + " to " + change.to()
                + ": those on the other side do the opposite";
    }
}
