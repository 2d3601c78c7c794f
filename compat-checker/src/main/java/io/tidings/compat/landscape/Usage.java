package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema.Avro;
import io.tidings.compat.Finding;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether a consumer uses what a change is about: the channel, of it the message, of it the field. */
final class Usage {
    private final List<Pair> versions;

    /** In the version before, or in the new one: what was removed is in the former, what was added in the latter. */
    Usage(Pair then, Pair now) {
        this.versions = List.of(then, now);
    }

    boolean of(Finding change) {
        String channel = change.channel();
        if (channel == null) {
            return versions.stream().anyMatch(Pair::related);
        }
        return versions.stream()
                .anyMatch(version -> version.links().stream()
                        .filter(link -> ofChannel(version, link, channel))
                        .anyMatch(link -> uses(version, link, change)));
    }

    private static boolean ofChannel(Pair version, Link link, String channel) {
        return theirs(version, link).channel().name().equals(channel);
    }

    private static boolean uses(Pair version, Link link, Finding change) {
        String name = change.message();
        if (name == null) {
            return true;
        }
        MessagePairs messages = MessagePairs.of(link);
        boolean mineSends = link.sender().service().is(version.consumer());
        boolean unknown = !mineSends && messages.unknown().stream().anyMatch(message -> called(message, name));
        return unknown
                || messages.pairs().stream()
                        .filter(pair -> called(pair.sent(), name) || called(pair.received(), name))
                        .anyMatch(pair -> knows(mineSends ? pair.sent() : pair.received(), change.path()));
    }

    private static boolean called(Message message, String name) {
        return message.name().equals(name) || message.key().equals(name);
    }

    /** A change within the payload concerns who has the field; one beside it all who have the message. */
    private static boolean knows(Message mine, @Nullable String path) {
        return path == null
                || !path.startsWith("$")
                || !(mine.payload() instanceof Avro avro)
                || AvroPath.in(avro, path).whole();
    }

    static Use theirs(Pair version, Link link) {
        return Stream.of(link.sender(), link.receiver())
                .filter(use -> use.service().is(version.owner()))
                .findFirst()
                .orElse(link.sender());
    }

    /** A channel of the owner's, by its key. */
    static @Nullable Channel channel(Pair version, @Nullable String name) {
        return name == null ? null : version.owner().document().channels().get(name);
    }
}
