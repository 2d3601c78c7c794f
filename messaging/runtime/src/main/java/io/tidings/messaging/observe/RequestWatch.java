package io.tidings.messaging.observe;

import io.tidings.messaging.observe.RequestEvent.BreakerState;
import io.tidings.messaging.observe.RequestEvent.Stray;
import org.jspecify.annotations.Nullable;

/** Tells of what a requestor does. For those who write a transport. */
public final class RequestWatch {

    private final Listeners listeners;
    private final String replies;

    RequestWatch(Listeners listeners, String replies) {
        this.listeners = listeners;
        this.replies = replies;
    }

    /** A request is outstanding; returns since when, in nanoseconds, or 0 while nobody listens. */
    public long asked(String correlationId) {
        if (!listeners.any()) {
            return 0;
        }
        listeners.tell(new RequestEvent.Asked(replies, correlationId), MessagingListener::asked);
        return System.nanoTime();
    }

    public void answered(String correlationId, long asked) {
        if (listeners.any()) {
            listeners.tell(
                    new RequestEvent.Answered(replies, correlationId, System.nanoTime() - asked),
                    MessagingListener::answered);
        }
    }

    public void failed(String correlationId, long asked, Throwable cause) {
        if (listeners.any()) {
            listeners.tell(
                    new RequestEvent.RequestFailed(replies, correlationId, System.nanoTime() - asked, cause),
                    MessagingListener::requestFailed);
        }
    }

    public void expired(String correlationId, long asked) {
        if (listeners.any()) {
            listeners.tell(
                    new RequestEvent.Expired(replies, correlationId, System.nanoTime() - asked),
                    MessagingListener::expired);
        }
    }

    public void rejected(String correlationId, Throwable cause) {
        if (listeners.any()) {
            listeners.tell(new RequestEvent.Rejected(replies, correlationId, cause), MessagingListener::rejected);
        }
    }

    public void stray(@Nullable String correlationId, Stray stray) {
        if (listeners.any()) {
            listeners.tell(new RequestEvent.StrayReply(replies, correlationId, stray), MessagingListener::strayReply);
        }
    }

    public void breaker(BreakerState state) {
        if (listeners.any()) {
            listeners.tell(new RequestEvent.BreakerChanged(replies, state), MessagingListener::breakerChanged);
        }
    }
}
