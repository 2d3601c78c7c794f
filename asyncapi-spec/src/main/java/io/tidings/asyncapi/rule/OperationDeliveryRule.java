package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Delivery;
import io.tidings.asyncapi.source.Node;

/** A WARNING where a share group (KIP-932), which keeps no order, is declared where there is order to keep, or nothing to share. */
final class OperationDeliveryRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "operation-delivery", Severity.WARNING, "shared delivery is for received messages without a key");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            Node said = operation
                    .node()
                    .object("x-tidings")
                    .flatMap(extension -> extension.get("delivery"))
                    .orElse(null);
            if (said == null || operation.extension().delivery() != Delivery.SHARED) {
                continue;
            }
            if (operation.action() == Action.SEND) {
                findings.add(said, "delivery is shared among those who receive: this operation sends", "remove it");
                continue;
            }
            for (Message message : operation.messages()) {
                if (message.kafkaKey() != null) {
                    findings.add(
                            said,
                            "a share group keeps no order, but the message '" + message.name() + "' has a key",
                            "write 'partitioned', or remove the key",
                            message.location(),
                            "the message");
                }
            }
        }
    }
}
