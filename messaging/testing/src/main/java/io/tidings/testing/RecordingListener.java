package io.tidings.testing;

import io.tidings.messaging.observe.MessagingEvent;
import io.tidings.messaging.observe.MessagingListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps the events it hears of, in order. Safe for use by several threads. */
public final class RecordingListener implements MessagingListener {

    private final List<MessagingEvent> events = new ArrayList<>();

    @Override
    public synchronized void happened(MessagingEvent event) {
        events.add(event);
    }

    /** All so far. */
    public synchronized List<MessagingEvent> events() {
        return List.copyOf(events);
    }

    /** Those of one kind so far. */
    public synchronized <E extends MessagingEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * Waits until so many of one kind have happened, or more.
     *
     * @throws AssertionError if they have not in time
     */
    public <E extends MessagingEvent> List<E> await(Class<E> kind, int count, Duration deadline) {
        Eventually.eventually(deadline, () -> {
            List<E> some = events(kind);
            if (some.size() < count) {
                throw new AssertionError(
                        "Expected " + count + " of " + kind.getSimpleName() + ", heard " + some + " among " + events());
            }
        });
        return events(kind);
    }
}
