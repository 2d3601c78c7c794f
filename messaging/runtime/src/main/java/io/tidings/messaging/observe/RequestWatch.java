package io.tidings.messaging.observe;

import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Health;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.observe.RequestEvent.BreakerState;
import io.tidings.messaging.observe.RequestEvent.Stray;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Tells of what a requestor does. For those who write a transport. */
public final class RequestWatch {

    private final Listeners listeners;
    private final String replies;
    private volatile @Nullable Trouble listening;
    private volatile @Nullable Trouble asking;
    private final AtomicReference<@Nullable Requestor> open = new AtomicReference<>();

    RequestWatch(Listeners listeners, String replies) {
        this.listeners = listeners;
        this.replies = replies;
    }

    /** The requestor listens. */
    public void opened(Requestor requestor) {
        open.set(requestor);
        if (listeners.any()) {
            listeners.tell(new ClientEvent.RequestorOpened(replies, requestor), MessagingListener::requestorOpened);
        }
    }

    /** The requestor was closed. */
    public void closed() {
        Requestor requestor = open.getAndSet(null);
        if (listeners.any() && requestor != null) {
            listeners.tell(new ClientEvent.RequestorClosed(replies, requestor), MessagingListener::requestorClosed);
        }
    }

    /** The reply channel was read. */
    public void polled() {
        if (listening != null) {
            listening = null;
        }
    }

    /** The reply channel could not be read for now. */
    public void pollFailed(Throwable cause) {
        listening = Trouble.go(listening, cause);
    }

    /** How asking goes: degraded while replies cannot be read, and from a deadline that passed to the next answer. */
    public Health health() {
        Trouble unheard = listening;
        if (unheard != null) {
            return Health.degraded("Replies on '" + replies + "' cannot be read: " + unheard);
        }
        Trouble unanswered = asking;
        return unanswered == null
                ? Health.UP
                : Health.degraded("Requests are not answered on '" + replies + "': " + unanswered);
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
        asking = null;
        if (listeners.any()) {
            listeners.tell(
                    new RequestEvent.Answered(replies, correlationId, System.nanoTime() - asked),
                    MessagingListener::answered);
        }
    }

    public void failed(String correlationId, long asked, Throwable cause) {
        if (cause instanceof FaultReplyException) {
            asking = null;
        }
        if (listeners.any()) {
            listeners.tell(
                    new RequestEvent.RequestFailed(replies, correlationId, System.nanoTime() - asked, cause),
                    MessagingListener::requestFailed);
        }
    }

    /** Its deadline has passed. */
    public void expired(String correlationId, long asked, Throwable cause) {
        asking = Trouble.go(asking, cause);
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
