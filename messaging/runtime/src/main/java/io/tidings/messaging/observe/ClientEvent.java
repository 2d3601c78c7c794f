package io.tidings.messaging.observe;

import io.tidings.messaging.Requestor;
import io.tidings.messaging.Subscription;

/** A client begins or ends. What it says of itself at any time can be asked of it. */
public sealed interface ClientEvent extends MessagingEvent {

    /** A member of a group. */
    record Subscribed(ConsumerGroup group, Subscription subscription) implements ClientEvent {}

    /** It was closed. */
    record Unsubscribed(ConsumerGroup group, Subscription subscription) implements ClientEvent {}

    /** A requestor that listens at an address. */
    record RequestorOpened(String replies, Requestor requestor) implements ClientEvent {}

    /** It was closed. */
    record RequestorClosed(String replies, Requestor requestor) implements ClientEvent {}
}
