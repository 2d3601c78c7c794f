package io.tidings.messaging.observe;

import io.tidings.messaging.FailureKind;
import io.tidings.messaging.Received;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What becomes of a message that a group consumes. */
public sealed interface HandlingEvent extends MessagingEvent {

    /** Whose message it is. */
    ConsumerGroup group();

    /** An attempt begins: the message is decoded and handed over next. */
    record Began(ConsumerGroup group, String messageId, Received.Origin origin) implements HandlingEvent {}

    /**
     * The message is done.
     *
     * @param attempts how often it was tried, this time included
     * @param nanos that this attempt took, decoding included; in a batch, its share of what handling the batch took
     */
    record Handled(ConsumerGroup group, String messageId, Received.Origin origin, int attempts, long nanos)
            implements HandlingEvent {}

    /**
     * An attempt has failed.
     *
     * @param attempts how often it was tried, this time included
     * @param nanos that this attempt took, decoding included; in a batch, its share of what handling the batch took
     * @param kind what the failure means for the message
     * @param retryAfter when it will be tried again; null if it is set aside
     */
    record Failed(
            ConsumerGroup group,
            String messageId,
            Received.Origin origin,
            int attempts,
            long nanos,
            FailureKind kind,
            Throwable cause,
            @Nullable Duration retryAfter)
            implements HandlingEvent {}

    /**
     * Messages were handed over together, to a handler that takes several. Each of them is told of by itself, too: began before,
     * handled or failed after, with its share of the time.
     *
     * @param messages how many
     * @param nanos that handling them took
     * @param cause why it failed, so that none of them is done; null if all are
     */
    record Batch(
            ConsumerGroup group,
            int messages,
            long nanos,
            @Nullable Throwable cause) implements HandlingEvent {}

    /**
     * The message stands in the group's dead letter channel.
     *
     * @param cause why it was set aside
     */
    record DeadLettered(ConsumerGroup group, String messageId, Received.Origin origin, Throwable cause)
            implements HandlingEvent {}

    /**
     * A key is parked: its later messages go to the dead letter channel behind the one that failed.
     *
     * @param parked how many keys of the partition are parked now
     */
    record KeyParked(ConsumerGroup group, int partition, int parked) implements HandlingEvent {}

    /**
     * A key's messages are handled again.
     *
     * @param parked how many keys of the partition are parked now
     */
    record KeyReleased(ConsumerGroup group, int partition, int parked) implements HandlingEvent {}
}
