package io.tidings.asyncapi.model;

import org.jspecify.annotations.Nullable;

/**
 * What {@code x-tidings} says of an operation.
 *
 * @param name the name generated code should use
 * @param style how the two sides interact; null where the operation's shape says it
 * @param delivery how competing consumers share the channel
 * @param replica the local copy that a receive operation feeds
 */
public record OperationExtension(
        @Nullable String name,
        @Nullable Style style,
        Delivery delivery,
        @Nullable ReplicaDeclaration replica) {

    /** What an operation says that has no {@code x-tidings}. */
    public static final OperationExtension NONE = new OperationExtension(null, null, Delivery.PARTITIONED, null);

    /** How the two sides of an operation interact. */
    public enum Style {
        EVENT,
        COMMAND,
        REQUEST,
        GATHER
    }

    /** How competing consumers share a channel. */
    public enum Delivery {
        /** A consumer group, ordered per key. */
        PARTITIONED,
        /** A share group (KIP-932), without order. */
        SHARED
    }
}
