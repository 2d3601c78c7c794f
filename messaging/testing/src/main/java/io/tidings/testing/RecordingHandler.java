package io.tidings.testing;

import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Keeps what it receives, in order. Safe for use by several threads. */
public final class RecordingHandler<K> implements MessageHandler<K> {

    private final List<Received<K, ?>> received = new ArrayList<>();

    @Override
    public synchronized void handle(Received<K, ?> message) {
        received.add(message);
    }

    /** All so far. */
    public synchronized List<Received<K, ?>> received() {
        return List.copyOf(received);
    }

    /**
     * Waits until so many have come.
     *
     * @throws AssertionError if they have not in time, or more have
     */
    public List<Received<K, ?>> await(int count, Duration deadline) {
        Eventually.eventually(deadline, () -> {
            int size = received().size();
            if (size < count) {
                throw new AssertionError("Expected " + count + " messages, received " + size + ": " + received());
            }
        });
        List<Received<K, ?>> all = received();
        if (all.size() > count) {
            throw new AssertionError("Expected " + count + " messages, received more: " + all);
        }
        return all;
    }
}
