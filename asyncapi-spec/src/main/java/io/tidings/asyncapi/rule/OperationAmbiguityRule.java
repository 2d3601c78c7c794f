package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A WARNING where two operations receive the same message: nobody can tell which of them is meant. */
final class OperationAmbiguityRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "operation-ambiguity",
            Severity.WARNING,
            "no two operations receive the same message from the same channel");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        Map<String, List<Operation>> earlier = new HashMap<>();
        for (Operation operation : subject.document().operations().values()) {
            List<Operation> others = earlier.computeIfAbsent(operation.channel().name(), one -> new ArrayList<>());
            for (Operation other : others) {
                // Consumer groups of their own each get every message.
                if (Objects.equals(operation.groupId(), other.groupId())) {
                    compare(subject, operation, other, findings);
                }
            }
            if (receives(operation)) {
                others.add(operation);
            }
        }
    }

    private static void compare(Subject subject, Operation operation, Operation earlier, Findings findings) {
        for (Message message : receives(operation) ? operation.messages() : List.<Message>of()) {
            if (earlier.messages().contains(message)) {
                findings.add(
                        operation.node(),
                        "both " + subject.title(earlier) + " and " + subject.title(operation) + " receive '"
                                + message.name() + "'",
                        "let each name other 'messages', or give each a Kafka 'groupId' of its own",
                        earlier.location(),
                        "the other operation");
                return;
            }
        }
    }

    /** A replica reads the channel for itself. */
    private static boolean receives(Operation operation) {
        return operation.action() == Action.RECEIVE && operation.extension().replica() == null;
    }
}
