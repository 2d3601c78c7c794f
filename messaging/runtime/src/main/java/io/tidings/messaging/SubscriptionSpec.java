package io.tidings.messaging;

import java.util.List;

/**
 * What to subscribe to, and as whom.
 *
 * @param messages the kinds that are expected; others arrive with a null type
 * @param group the consumer group: its members share the channel, each message goes to one of them
 * @param start where the group begins, in partitions where it has never been
 * @param delivery how the members share the channel; all must say the same
 */
public record SubscriptionSpec<K>(
        Channel<K> channel, List<MessageType<?>> messages, String group, StartPosition start, DeliveryMode delivery) {

    public SubscriptionSpec {
        messages = List.copyOf(messages);
    }

    /** Goes on where the group stopped; in order for each key. */
    public SubscriptionSpec(Channel<K> channel, List<MessageType<?>> messages, String group) {
        this(channel, messages, group, StartPosition.COMMITTED, DeliveryMode.PARTITIONED);
    }

    /**
     * The same, for a group that begins elsewhere. It matters only where the group has never been: later it goes on where it
     * stopped. With {@link StartPosition#END} that holds for partitions that are added later, too: what is sent there before
     * the group is given them is not delivered.
     */
    public SubscriptionSpec<K> startingAt(StartPosition position) {
        return new SubscriptionSpec<>(channel, messages, group, position, delivery);
    }

    /** The same, for a group whose members share the channel in another way. */
    public SubscriptionSpec<K> delivered(DeliveryMode mode) {
        return new SubscriptionSpec<>(channel, messages, group, start, mode);
    }
}
