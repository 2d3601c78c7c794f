package io.tidings.messaging.observe;

/** Something that has happened. Times are in nanoseconds, of a clock that only runs forward. */
public sealed interface MessagingEvent
        permits ClientEvent, PublishEvent, HandlingEvent, PartitionEvent, RequestEvent, RelayEvent {}
