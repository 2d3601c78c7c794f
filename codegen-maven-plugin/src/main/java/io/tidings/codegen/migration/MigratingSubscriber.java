package io.tidings.codegen.migration;

import io.tidings.codegen.plan.JavaName;
import io.tidings.codegen.plan.OperationPlan.Subscriber;
import java.util.List;

/**
 * A subscriber that reads two versions into handlers of the newer one.
 *
 * @param pairs the messages that both have
 * @param versions what the two are called
 */
public record MigratingSubscriber(
        JavaName type, Subscriber older, Subscriber newer, List<MessagePair> pairs, Versions versions) {

    public MigratingSubscriber {
        pairs = List.copyOf(pairs);
    }
}
