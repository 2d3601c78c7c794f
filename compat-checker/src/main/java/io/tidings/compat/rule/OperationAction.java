package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.ActionChanged;

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
    String reason(ActionChanged change) {
        return "the action changed from " + change.from() + " to " + change.to()
                + ": those on the other side do the opposite";
    }
}
