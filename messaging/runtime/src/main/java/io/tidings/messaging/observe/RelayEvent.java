package io.tidings.messaging.observe;

/** What a relay does with the messages of an outbox. */
public sealed interface RelayEvent extends MessagingEvent {

    /** The relay's name. */
    String relay();

    /** It sends from now on. */
    record Leading(String relay) implements RelayEvent {}

    /** It sends no more: it was closed, another leads, or there was trouble. */
    record Following(String relay) implements RelayEvent {}

    /**
     * A batch was sent, and has left the outbox.
     *
     * @param messages how many
     * @param nanos from when they were read to when they had left
     */
    record Relayed(String relay, int messages, long nanos) implements RelayEvent {}

    /** A message can never be sent, and holds back its key. */
    record Refused(String relay, String address, String messageId, String reason) implements RelayEvent {}

    /** Database or broker is away; it tries again until it works. */
    record InTrouble(String relay, Throwable cause) implements RelayEvent {}

    /** What was wrong is over. */
    record Recovered(String relay) implements RelayEvent {}

    /** The replication slot of a log-tailing relay was gone, and was made anew. What was unsent was sent from the outbox. */
    record SlotLost(String relay, String slot, String reason) implements RelayEvent {}
}
