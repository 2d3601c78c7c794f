package io.tidings.asyncapi.model;

import org.jspecify.annotations.Nullable;

/**
 * What {@code x-tidings} says of a channel.
 *
 * @param name the name generated code should use
 * @param open whether more kinds of messages may come
 * @param retention what the channel keeps; null where the document leaves it to the binding
 * @param keys whether the ids of their schemas go with keys
 */
public record ChannelExtension(
        @Nullable String name, boolean open, @Nullable Retention retention, Keys keys) {

    /** What a channel says that has no {@code x-tidings}. */
    public static final ChannelExtension NONE = new ChannelExtension(null, false, null, Keys.BARE);

    /** How keys of an Avro schema travel. */
    public enum Keys {
        /** As they are: equal keys have equal bytes. */
        BARE,
        /** Behind the id of their schema, as Confluent's serializers write them. */
        FRAMED
    }

    /** How long a channel's messages can still be read. */
    public enum Retention {
        /** Only those who listen at the time receive a message. */
        TRANSIENT,
        /** Messages are kept for a time. */
        RETAINED,
        /** The last message of each key is kept for ever. */
        COMPACTED
    }
}
