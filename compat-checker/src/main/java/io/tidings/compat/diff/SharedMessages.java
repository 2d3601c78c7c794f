package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The messages that a channel has in both documents, so that an operation's change is told from its channel's. */
final class SharedMessages {

    private final Map<String, String> headKeys = new HashMap<>();

    private SharedMessages() {}

    static SharedMessages of(Comparison comparison, Channel was, Channel is) {
        SharedMessages shared = new SharedMessages();
        ChannelMessages.match(comparison, was, is)
                .pairs()
                .forEach(pair ->
                        shared.headKeys.put(pair.base().key(), pair.head().key()));
        return shared;
    }

    /** What an operation, or its reply, names now and did not before, and the other way round. */
    void compare(Comparison comparison, At at, List<Message> was, List<Message> is) {
        for (Message message : onlyIn(is, was, true)) {
            At added = new At(at.scope().withMessage(message.name()), "", at.base(), at.head());
            comparison.found(new MessageChange.Added(added, was.size()));
        }
        for (Message message : onlyIn(was, is, false)) {
            At removed = new At(at.scope().withMessage(message.name()), "", at.base(), at.head());
            comparison.found(new MessageChange.Removed(removed));
        }
    }

    /** Those of {@code some} that both channels have and {@code others} do not name; {@code some} are the head's or not. */
    private List<Message> onlyIn(List<Message> some, List<Message> others, boolean head) {
        Set<String> named = new HashSet<>();
        others.forEach(message -> named.add(headKey(message, !head)));
        return some.stream()
                .filter(message -> headKeys.containsValue(headKey(message, head)))
                .filter(message -> !named.contains(headKey(message, head)))
                .toList();
    }

    private String headKey(Message message, boolean head) {
        return head ? message.key() : headKeys.getOrDefault(message.key(), "");
    }
}
