package io.tidings.sync.plan;

import io.tidings.asyncapi.source.Location;
import org.jspecify.annotations.Nullable;

/**
 * Why a schema is registered: a part of a message, or a type that others refer to.
 *
 * @param document the file of the document that asks for it
 * @param what in the document's terms, such as {@code payload of message 'OrderPlaced' on channel 'orders'}
 * @param location where the schema begins
 * @param pointer of the message, where the schema stands in the same file; else empty
 * @param of which part of which message; null for a type that others refer to
 */
public record SchemaUse(
        String document,
        String what,
        Location location,
        String pointer,
        @Nullable MessagePart of) {

    /**
     * A part of a message.
     *
     * @param channel its key; null where the channel is known at run time only
     * @param message its key in the channel
     */
    public record MessagePart(@Nullable String channel, String message, Part part) {}
}
