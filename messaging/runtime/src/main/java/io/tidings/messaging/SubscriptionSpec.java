package io.tidings.messaging;

import java.util.List;

/**
 * What to subscribe to, and as whom.
 *
 * @param messages the kinds that are expected; others arrive with a null type
 * @param group the consumer group: its members share the channel, each message goes to one of them
 */
public record SubscriptionSpec<K>(Channel<K> channel, List<MessageType<?>> messages, String group) {
    public SubscriptionSpec {
        messages = List.copyOf(messages);
    }
}
