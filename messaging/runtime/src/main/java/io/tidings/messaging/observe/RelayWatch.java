package io.tidings.messaging.observe;

/** Tells of what a relay does. For those who write one. */
public final class RelayWatch {

    private final Listeners listeners;
    private final String relay;

    RelayWatch(Listeners listeners, String relay) {
        this.listeners = listeners;
        this.relay = relay;
    }

    public void leading() {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.Leading(relay), MessagingListener::leading);
        }
    }

    public void following() {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.Following(relay), MessagingListener::following);
        }
    }

    /** A batch that began then has left the outbox. */
    public void relayed(int messages, long began) {
        if (listeners.any() && messages > 0) {
            listeners.tell(
                    new RelayEvent.Relayed(relay, messages, System.nanoTime() - began), MessagingListener::relayed);
        }
    }

    public void refused(String address, String messageId, String reason) {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.Refused(relay, address, messageId, reason), MessagingListener::refused);
        }
    }

    public void inTrouble(Throwable cause) {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.InTrouble(relay, cause), MessagingListener::inTrouble);
        }
    }

    public void recovered() {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.Recovered(relay), MessagingListener::recovered);
        }
    }

    public void slotLost(String slot, String reason) {
        if (listeners.any()) {
            listeners.tell(new RelayEvent.SlotLost(relay, slot, reason), MessagingListener::slotLost);
        }
    }
}
