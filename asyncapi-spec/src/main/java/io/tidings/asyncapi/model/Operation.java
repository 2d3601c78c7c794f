package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Operation Object, its traits applied.
 *
 * @param name its key in the document
 * @param messages those it names, or else all messages of its channel, in the order of the document
 * @param groupId the Kafka operation binding's {@code groupId}, where it names exactly one, or a default
 * @param clientId the Kafka operation binding's {@code clientId}, where it names exactly one, or a default
 */
public record Operation(
        String name,
        Action action,
        Channel channel,
        List<Message> messages,
        @Nullable Reply reply,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String description,
        @Nullable String groupId,
        @Nullable String clientId,
        OperationExtension extension,
        ObjectNode node)
        implements Element {

    public Operation {
        messages = List.copyOf(messages);
    }
}
