package io.tidings.asyncapi.model;

import org.jspecify.annotations.Nullable;

/**
 * What {@code x-tidings} says of a channel.
 *
 * @param name the name generated code should use
 * @param open whether more kinds of messages may come
 * @param retention what the channel keeps; null where the document leaves it to the binding
 */
public record ChannelExtension(
        @Nullable String name, boolean open, @Nullable Retention retention) {

    /** What a channel says that has no {@code x-tidings}. */
    public static final ChannelExtension NONE = new ChannelExtension(null, false, null);

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
