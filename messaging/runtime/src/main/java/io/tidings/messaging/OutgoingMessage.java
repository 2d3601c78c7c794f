package io.tidings.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A message on its way to a channel.
 *
 * @param address where it goes: the channel's address, unless a reply goes to a Return Address
 * @param type the kind of message; for a tombstone, the kind whose entity is gone
 * @param payload null makes a tombstone: the entity with this key is gone
 */
public record OutgoingMessage<K, V>(
        Channel<K> channel,
        String address,
        MessageType<V> type,
        @Nullable K key,
        @Nullable V payload,
        SendOptions options) {

    /** To the channel's own address. */
    public static <K, V> OutgoingMessage<K, V> of(
            Channel<K> channel, MessageType<V> type, @Nullable K key, @Nullable V payload, SendOptions options) {
        return new OutgoingMessage<>(channel, channel.address(), type, key, payload, options);
    }

    /**
     * The Correlation Identifier that the caller has decided: in the options, or where such messages carry it.
     *
     * @return null if that is left to whoever sends it
     */
    public @Nullable String correlationId() {
        String chosen = options.correlationId();
        if (chosen != null) {
            return chosen;
        }
        Place place = type.correlationId();
        if (place instanceof Place.Header header) {
            return options.headers().get(header.name());
        }
        return place instanceof Place.Field field ? field.read(payload) : null;
    }

    /** The same with other options. */
    public OutgoingMessage<K, V> with(SendOptions newOptions) {
        return new OutgoingMessage<>(channel, address, type, key, payload, newOptions);
    }
}
