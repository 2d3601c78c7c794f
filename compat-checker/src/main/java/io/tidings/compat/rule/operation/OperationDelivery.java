package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.DeliveryChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Competing consumers share the channel in another way. */
final class OperationDelivery extends Rule<DeliveryChanged> {

    OperationDelivery() {
        super(
                DeliveryChanged.class,
                new RuleInfo(
                        "operation-delivery",
                        "operation",
                        "Competing consumers share the channel in another way",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Check that nobody relies on the order of a key: a share group has none"));
    }

    @Override
    protected String reason(DeliveryChanged change) {
        return "x-tidings.delivery changed from " + change.from() + " to " + change.to();
    }
}
