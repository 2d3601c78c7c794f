package io.tidings.messaging.observe;

import org.jspecify.annotations.Nullable;

/** What became of a message that was sent. */
public sealed interface PublishEvent extends MessagingEvent {

    /** Where it goes. */
    String address();

    /**
     * The broker has taken it.
     *
     * @param nanos since the call
     * @param bytes of its key and value, as they travel
     */
    record Sent(String address, String messageId, long nanos, long bytes) implements PublishEvent {}

    /**
     * It was refused, or the broker has not taken it.
     *
     * @param messageId null if it could not be encoded
     * @param nanos since the call
     */
    record SendFailed(String address, @Nullable String messageId, long nanos, Throwable cause)
            implements PublishEvent {}
}
