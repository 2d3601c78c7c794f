package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.Added;

/** An operation was added. */
final class OperationAdd extends Rule<Added> {

    OperationAdd() {
        super(
                Added.class,
                new RuleInfo(
                        "operation-add",
                        "operation",
                        "An operation was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do: nobody depends on it yet"));
    }

    @Override
    String reason(Added change) {
        return "the application now can " + change.action() + " here";
    }
}
