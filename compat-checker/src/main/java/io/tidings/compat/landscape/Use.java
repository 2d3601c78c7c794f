package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.source.Location;
import java.util.List;

/**
 * What a service does with a channel.
 *
 * @param action from the service's own side
 * @param messages those that the operation, or its reply, names
 * @param part whether it is the operation itself or its reply
 */
public record Use(
        Service service, Operation operation, Action action, Channel channel, List<Message> messages, Part part) {

    /** Which part of an operation. */
    public enum Part {
        DIRECT,
        REPLY
    }

    public Use {
        messages = List.copyOf(messages);
    }

    public boolean sends() {
        return action == Action.SEND;
    }

    /** Whether it is the operation itself, not its reply. */
    public boolean direct() {
        return part == Part.DIRECT;
    }

    /** Where it stands, as reports call it. */
    Location location() {
        Reply reply = operation.reply();
        return service.at(direct() || reply == null ? operation.location() : reply.location());
    }

    /** A place in the service's document, as reports call it. */
    Location at(Location place) {
        return service.at(place);
    }
}
