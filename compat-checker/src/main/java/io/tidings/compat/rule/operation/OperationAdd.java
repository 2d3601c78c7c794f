package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.Added;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected String reason(Added change) {
        return "the application now can " + change.action() + " here";
    }
}
