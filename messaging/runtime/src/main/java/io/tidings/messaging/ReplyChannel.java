package io.tidings.messaging;

import java.util.List;

/**
 * Where a requestor listens.
 *
 * @param channel shared by all instances: each listens to the whole channel and keeps what answers its own requests
 * @param messages the kinds of reply that are expected
 */
public record ReplyChannel<K>(Channel<K> channel, List<MessageType<?>> messages) {
    public ReplyChannel {
        messages = List.copyOf(messages);
    }
}
