package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An operation of a document of 2.x as it was written.
 *
 * @param channel the key of the channel around it
 * @param field {@code publish} or {@code subscribe}
 */
record Version2Operation(String channel, Member field, ObjectNode node) {

    /** All of them; none in a document of 3.x. */
    static List<Version2Operation> of(Subject subject) {
        List<Version2Operation> operations = new ArrayList<>();
        if (!subject.is2()) {
            return operations;
        }
        for (Member channel : Subject.members(subject.written(), "channels")) {
            subject.references().object(channel.value()).ifPresent(item -> {
                for (String name : List.of("publish", "subscribe")) {
                    Member field = item.members().get(name);
                    if (field != null && field.value() instanceof ObjectNode node) {
                        operations.add(new Version2Operation(channel.name(), field, node));
                    }
                }
            });
        }
        return operations;
    }

    /** What a user would call it: {@code 'publish' of 'orders'}. */
    String title() {
        return "'" + field.name() + "' of '" + channel + "'";
    }

    /** Its {@code operationId}: in 2.x a trait's goes before the operation's own. */
    @Nullable Node id(Subject subject) {
        return given(subject, node, "operationId");
    }

    /** Its messages, where they lead somewhere. */
    List<ObjectNode> messages(Subject subject) {
        ObjectNode message = subject.references().object(node, "message").orElse(null);
        if (message == null) {
            return List.of();
        }
        return message.array("oneOf").isEmpty()
                ? List.of(message)
                : Subject.items(message, "oneOf").stream()
                        .flatMap(item -> subject.references().object(item).stream())
                        .toList();
    }

    /** What the last of an object's traits says of a field, or else the object itself. */
    static @Nullable Node given(Subject subject, ObjectNode holder, String field) {
        Node given = holder.get(field).orElse(null);
        for (Node trait : Subject.items(holder, "traits")) {
            Optional<Node> over = subject.references().object(trait).flatMap(node -> node.get(field));
            given = over.orElse(given);
        }
        return given != null && given.text().isPresent() ? given : null;
    }
}
