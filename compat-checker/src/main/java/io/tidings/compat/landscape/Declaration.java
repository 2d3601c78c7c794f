package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** A channel as one service's document has it, whether the service uses it or not. */
public record Declaration(Service service, Channel channel) {

    /** Who is outside of the documents at hand. */
    public enum Outside {
        SENDERS,
        RECEIVERS,
        BOTH,
        NOBODY
    }

    /** {@code x-tidings.external}: who else is there, of whom there is no document. */
    Outside outside() {
        return switch (channel.node()
                .object("x-tidings")
                .flatMap((ObjectNode own) -> own.string("external"))
                .orElse("")) {
            case "senders" -> Outside.SENDERS;
            case "receivers" -> Outside.RECEIVERS;
            case "both" -> Outside.BOTH;
            default -> Outside.NOBODY;
        };
    }

    Location location() {
        return service.at(channel.location());
    }

    Location at(String field) {
        return service.at(channel.locationOf(field));
    }
}
