package io.tidings.messaging.observe;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners of a transport. For those who write one. Safe for use by several threads. */
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Nobody listens. */
    public static final Listeners NONE = new Listeners(List.of());

    private final List<Guarded> listeners;

    private Listeners(Collection<? extends MessagingListener> listeners) {
        this.listeners = listeners.stream().map(Guarded::new).toList();
    }

    public static Listeners of(Collection<? extends MessagingListener> listeners) {
        return listeners.isEmpty() ? NONE : new Listeners(listeners);
    }

    public SinkWatch sink() {
        return new SinkWatch(this);
    }

    /** For a member of a group. */
    public GroupWatch group(String address, String group) {
        return new GroupWatch(this, new ConsumerGroup(address, group));
    }

    /** For a requestor. */
    public RequestWatch requests(String replies) {
        return new RequestWatch(this, replies);
    }

    /** For a relay. */
    public RelayWatch relay(String name) {
        return new RelayWatch(this, name);
    }

    /** Whether anybody listens: if not, no event need be made, and no clock be read. */
    boolean any() {
        return !listeners.isEmpty();
    }

    <E> void tell(E event, BiConsumer<MessagingListener, E> what) {
        for (Guarded listener : listeners) {
            listener.tell(event, what);
        }
    }

    private record Guarded(MessagingListener listener, AtomicBoolean failed) {

        Guarded(MessagingListener listener) {
            this(listener, new AtomicBoolean());
        }

        <E> void tell(E event, BiConsumer<MessagingListener, E> what) {
            try {
                what.accept(listener, event);
            } catch (RuntimeException | Error e) {
                // Who watches must not change what happens; an Error of one that watches is none of ours.
                if (!failed.getAndSet(true)) {
                    LOG.error("{} fails; this is said once", listener, e);
                }
            }
        }
    }
}
