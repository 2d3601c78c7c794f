package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.ReplicaDeclaration;

/** A replica is fed by what the application receives. */
final class ReplicaActionRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("replica-action", Severity.ERROR, "only a receive operation feeds a replica");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            ReplicaDeclaration replica = operation.extension().replica();
            if (replica != null && operation.action() == Action.SEND) {
                findings.add(
                        replica.node(),
                        "the operation '" + operation.name() + "' sends: a replica is fed by what is received",
                        "declare it on a receive operation of the service that keeps the replica");
            }
        }
    }
}
