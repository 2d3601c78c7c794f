package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Delivery;
import io.tidings.asyncapi.source.Node;
import java.util.ArrayList;
import java.util.List;

/** A broker has one namespace for consumer groups and share groups (KIP-932): whoever comes second is refused. */
final class KafkaGroupKindRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "kafka-group-kind",
            Severity.ERROR,
            "a group id is that of a share group or of a consumer group, not of both");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        List<Operation> earlier = new ArrayList<>();
        for (Operation operation : subject.document().operations().values()) {
            if (operation.action() != Action.RECEIVE || operation.groupId() == null) {
                continue;
            }
            for (Operation other : earlier) {
                if (clash(subject, operation, other)) {
                    report(subject, operation, other, findings);
                    break;
                }
            }
            earlier.add(operation);
        }
    }

    private static boolean clash(Subject subject, Operation one, Operation other) {
        return String.valueOf(one.groupId()).equals(other.groupId())
                && shared(one) != shared(other)
                && KafkaTopics.together(subject, one.channel(), other.channel());
    }

    private static void report(Subject subject, Operation operation, Operation other, Findings findings) {
        findings.add(
                place(subject, operation),
                "'" + operation.groupId() + "' is a " + kind(operation) + " here and a " + kind(other) + " for "
                        + subject.title(other),
                "a broker refuses one name for both kinds of group: give each a group id of its own",
                place(subject, other).location(),
                "the other group");
    }

    private static String kind(Operation operation) {
        return shared(operation) ? "share group" : "consumer group";
    }

    private static boolean shared(Operation operation) {
        return operation.extension().delivery() == Delivery.SHARED;
    }

    private static Node place(Subject subject, Operation operation) {
        return subject.kafka(operation.node())
                .flatMap(binding -> binding.get("groupId"))
                .orElse(operation.node());
    }
}
