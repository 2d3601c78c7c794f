package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Resolution;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which of the document's channels a reference means; a converted document holds the channel itself in its place. Two channels may be references to the same thing, so the node that
 * the reference names counts first, and only then what stands at its end.
 */
final class Identities {
    private final References references;
    private final IdentityHashMap<Node, Channel> byHop = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Channel> byTarget = new IdentityHashMap<>();

    Identities(References references) {
        this.references = references;
    }

    void add(Node written, ObjectNode target, Channel channel) {
        byHop.put(written, channel);
        byTarget.putIfAbsent(target, channel);
    }

    /** The document's channel that a reference leads to. */
    Optional<Channel> channel(Node written) {
        if (!(written instanceof ObjectNode reference)) {
            return Optional.empty();
        }
        if (reference.string("$ref").isEmpty()) {
            return Optional.ofNullable(byHop.get(reference));
        }
        Resolution resolution = references.resolve(reference);
        return Optional.ofNullable(byHop.get(resolution.hop()))
                .or(() -> Optional.ofNullable(byTarget.get(resolution.target())));
    }

    /** The channel's message that a reference leads to. */
    Optional<Message> message(Channel channel, Node written) {
        if (!(written instanceof ObjectNode reference)) {
            return Optional.empty();
        }
        if (reference.string("$ref").isEmpty()) {
            return held(channel, reference, false);
        }
        Resolution resolution = references.resolve(reference);
        return held(channel, resolution.hop(), false).or(() -> held(channel, resolution.target(), true));
    }

    private Optional<Message> held(Channel channel, @Nullable Node sought, boolean followed) {
        return channel.node().object("messages").stream()
                .flatMap(held -> held.members().values().stream())
                .filter(member -> sought != null
                        && (followed ? references.follow(member.value()).orElse(null) : member.value()) == sought)
                .flatMap(member -> Optional.ofNullable(channel.messages().get(member.name())).stream())
                .findFirst();
    }
}
