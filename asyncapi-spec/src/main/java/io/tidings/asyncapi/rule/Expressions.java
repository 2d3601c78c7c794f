package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.rule.Expression.Use;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * The runtime expressions of a document. What stands in a trait or in components is one expression, read from the messages of
 * all who use it.
 */
final class Expressions {
    private final IdentityHashMap<Node, List<Message>> messages = new IdentityHashMap<>();
    private final List<Expression> inOrder = new ArrayList<>();

    private Expressions() {}

    /** All of them, each once, those that are none too. */
    static List<Expression> all(Subject subject) {
        Expressions found = new Expressions();
        for (Message message : subject.messages()) {
            found.add(subject.references().object(message.node(), "correlationId"), Use.CORRELATION, List.of(message));
        }
        for (Channel channel : subject.document().channels().values()) {
            for (Member parameter : Subject.members(channel.node(), "parameters")) {
                found.add(
                        subject.references().object(parameter.value()),
                        Use.PARAMETER,
                        channel.messages().values());
            }
        }
        for (Operation operation : subject.document().operations().values()) {
            if (operation.reply() != null) {
                found.add(
                        subject.references().object(operation.reply().node(), "address"),
                        Use.REPLY_ADDRESS,
                        operation.messages());
            }
        }
        return found.inOrder;
    }

    /** Those that can be looked for in the schemas. */
    static List<Expression> wellFormed(Subject subject) {
        return all(subject).stream().filter(Expression::wellFormed).toList();
    }

    private void add(Optional<ObjectNode> holder, Use use, Collection<Message> read) {
        Node location = holder.flatMap(node -> node.get("location"))
                .filter(node -> node.text().isPresent())
                .orElse(null);
        if (location == null) {
            return;
        }
        List<Message> known = messages.get(location);
        if (known == null) {
            known = new ArrayList<>();
            messages.put(location, known);
            inOrder.add(new Expression(location, use, known));
        }
        for (Message message : read) {
            if (known.stream().noneMatch(other -> same(other.node(), message.node()))) {
                known.add(message);
            }
        }
    }

    /** Equal messages in two places are two: each has a place of its own to report. */
    private static boolean same(Node one, Node other) {
        return one == other;
    }
}
