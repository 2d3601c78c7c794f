package io.tidings.messaging.observe;

/**
 * Hears what happens in the clients of a transport. It is called on the threads that do the work, often and by several at a
 * time: be quick, never block, never throw. What it throws all the same is logged once and changes nothing.
 */
public interface MessagingListener {

    /** Hears everything for which the method of its own is not overridden. */
    default void happened(MessagingEvent event) {}

    default void subscribed(ClientEvent.Subscribed event) {
        happened(event);
    }

    default void unsubscribed(ClientEvent.Unsubscribed event) {
        happened(event);
    }

    default void requestorOpened(ClientEvent.RequestorOpened event) {
        happened(event);
    }

    default void requestorClosed(ClientEvent.RequestorClosed event) {
        happened(event);
    }

    default void sent(PublishEvent.Sent event) {
        happened(event);
    }

    default void sendFailed(PublishEvent.SendFailed event) {
        happened(event);
    }

    default void began(HandlingEvent.Began event) {
        happened(event);
    }

    default void handled(HandlingEvent.Handled event) {
        happened(event);
    }

    /** An attempt failed; the message will be tried again, or set aside. */
    default void failed(HandlingEvent.Failed event) {
        happened(event);
    }

    /** Several messages were handed over together. */
    default void batch(HandlingEvent.Batch event) {
        happened(event);
    }

    default void deadLettered(HandlingEvent.DeadLettered event) {
        happened(event);
    }

    default void keyParked(HandlingEvent.KeyParked event) {
        happened(event);
    }

    default void keyReleased(HandlingEvent.KeyReleased event) {
        happened(event);
    }

    default void assigned(PartitionEvent.Assigned event) {
        happened(event);
    }

    default void revoked(PartitionEvent.Revoked event) {
        happened(event);
    }

    default void lost(PartitionEvent.Lost event) {
        happened(event);
    }

    default void paused(PartitionEvent.Paused event) {
        happened(event);
    }

    default void resumed(PartitionEvent.Resumed event) {
        happened(event);
    }

    default void committed(PartitionEvent.Committed event) {
        happened(event);
    }

    default void commitFailed(PartitionEvent.CommitFailed event) {
        happened(event);
    }

    default void asked(RequestEvent.Asked event) {
        happened(event);
    }

    default void answered(RequestEvent.Answered event) {
        happened(event);
    }

    default void requestFailed(RequestEvent.RequestFailed event) {
        happened(event);
    }

    default void expired(RequestEvent.Expired event) {
        happened(event);
    }

    default void rejected(RequestEvent.Rejected event) {
        happened(event);
    }

    default void strayReply(RequestEvent.StrayReply event) {
        happened(event);
    }

    default void breakerChanged(RequestEvent.BreakerChanged event) {
        happened(event);
    }

    default void leading(RelayEvent.Leading event) {
        happened(event);
    }

    default void following(RelayEvent.Following event) {
        happened(event);
    }

    default void relayed(RelayEvent.Relayed event) {
        happened(event);
    }

    default void refused(RelayEvent.Refused event) {
        happened(event);
    }

    default void inTrouble(RelayEvent.InTrouble event) {
        happened(event);
    }

    default void recovered(RelayEvent.Recovered event) {
        happened(event);
    }

    default void slotLost(RelayEvent.SlotLost event) {
        happened(event);
    }
}
