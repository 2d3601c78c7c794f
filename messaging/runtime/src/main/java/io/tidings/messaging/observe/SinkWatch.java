package io.tidings.messaging.observe;

import io.tidings.messaging.EncodedMessage;
import org.jspecify.annotations.Nullable;

/** Tells of what is sent. For those who write a transport. */
public final class SinkWatch {

    private final Listeners listeners;
    private final Sending unwatched;

    SinkWatch(Listeners listeners) {
        this.listeners = listeners;
        this.unwatched = new Sending(Listeners.NONE, "", 0);
    }

    /** A call begins; while nobody listens, nothing is made. */
    public Sending begin(String address) {
        return listeners.any() ? new Sending(listeners, address, System.nanoTime()) : unwatched;
    }

    /** One message, from the call to what the broker says. Used by one thread at a time. */
    public static final class Sending {

        private final Listeners listeners;
        private final String address;
        private final long began;
        private @Nullable String messageId;
        private long bytes;

        private Sending(Listeners listeners, String address, long began) {
            this.listeners = listeners;
            this.address = address;
            this.began = began;
        }

        /** The message is encoded. It is not kept. */
        public void encoded(EncodedMessage message) {
            if (listeners.any()) {
                messageId = message.id();
                bytes = length(message.key()) + length(message.value());
            }
        }

        /** The broker has taken it. */
        public void sent() {
            if (listeners.any()) {
                String id = messageId == null ? "" : messageId;
                listeners.tell(
                        new PublishEvent.Sent(address, id, System.nanoTime() - began, bytes), MessagingListener::sent);
            }
        }

        /** It was refused, or the broker has not taken it. */
        public void failed(Throwable cause) {
            if (listeners.any()) {
                listeners.tell(
                        new PublishEvent.SendFailed(address, messageId, System.nanoTime() - began, cause),
                        MessagingListener::sendFailed);
            }
        }

        private static long length(byte @Nullable [] bytes) {
            return bytes == null ? 0 : bytes.length;
        }
    }
}
