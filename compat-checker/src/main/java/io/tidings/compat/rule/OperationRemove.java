package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.Removed;

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
    String reason(Removed change) {
        return "the application no longer does " + change.action()
                + " here: those on the other side wait or send in vain";
    }
}
