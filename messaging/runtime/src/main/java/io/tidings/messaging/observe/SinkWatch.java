package io.tidings.messaging.observe;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.Health;
import io.tidings.messaging.MessagingException;
import org.jspecify.annotations.Nullable;

/** Tells of what is sent. For those who write a transport. */
public final class SinkWatch {

    private final Listeners listeners;
    private final Sending unwatched;
    private volatile @Nullable Trouble trouble;

    SinkWatch(Listeners listeners) {
        this.listeners = listeners;
        this.unwatched = new Sending(this, Listeners.NONE, "", 0);
    }

    /** A call begins; while nobody listens, nothing is made. */
    public Sending begin(String address) {
        return listeners.any() ? new Sending(this, listeners, address, System.nanoTime()) : unwatched;
    }

    /** How sending goes: degraded from a failure that may pass to the next message that is taken. */
    public Health health() {
        Trouble now = trouble;
        return now == null ? Health.UP : Health.degraded("Nothing can be sent: " + now);
    }

    private void note(Throwable failure) {
        if (failure instanceof MessagingException known && known.retryable()) {
            trouble = Trouble.go(trouble, failure);
        }
    }

    /** One message, from the call to what the broker says. Used by one thread at a time, unless nobody listens. */
    public static final class Sending {

        private final SinkWatch watch;
        private final Listeners listeners;
        private final String address;
        private final long began;
        private @Nullable String messageId;
        private long bytes;

        private Sending(SinkWatch watch, Listeners listeners, String address, long began) {
            this.watch = watch;
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
            if (watch.trouble != null) {
                watch.trouble = null;
            }
            if (listeners.any()) {
                String id = messageId == null ? "" : messageId;
                listeners.tell(
                        new PublishEvent.Sent(address, id, System.nanoTime() - began, bytes), MessagingListener::sent);
            }
        }

        /** It was refused, or the broker has not taken it. */
        public void failed(Throwable cause) {
            watch.note(cause);
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
