package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ReplicaChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The local copy that an operation feeds was declared otherwise. */
final class OperationReplica extends Rule<ReplicaChanged> {

    OperationReplica() {
        super(
                ReplicaChanged.class,
                new RuleInfo(
                        "operation-replica",
                        "operation",
                        "The local copy that an operation feeds was declared otherwise",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Plan the rebuild of the copy; nobody else sees it"));
    }

    @Override
    protected String reason(ReplicaChanged change) {
        return "x-tidings.replica was " + change.what() + ": the copy is rebuilt from the channel";
    }
}
