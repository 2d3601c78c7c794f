package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Operation Reply Object.
 *
 * @param addressLocation the runtime expression of the return address, where it is dynamic
 * @param channel where replies go, if the document says so
 * @param messages those it names, or else all messages of its channel
 */
public record Reply(
        @Nullable String addressLocation, @Nullable Channel channel, List<Message> messages, ObjectNode node)
        implements Element {

    public Reply {
        messages = List.copyOf(messages);
    }
}
