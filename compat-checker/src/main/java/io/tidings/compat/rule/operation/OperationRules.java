package io.tidings.compat.rule.operation;

import io.tidings.compat.rule.Rule;
import java.util.List;

/** Rules about operations and replies. A new one is a class and a line here. */
public final class OperationRules {

    /** All of them. */
    public static final List<Rule<?>> ALL = List.of(
            new OperationAdd(),
            new OperationRemove(),
            new OperationAction(),
            new OperationChannel(),
            new OperationKey(),
            new OperationStyle(),
            new OperationDelivery(),
            new OperationReplica(),
            new ReplyAdd(),
            new ReplyRemove(),
            new ReplyChannel(),
            new ReplyAddress());

    private OperationRules() {}
}
