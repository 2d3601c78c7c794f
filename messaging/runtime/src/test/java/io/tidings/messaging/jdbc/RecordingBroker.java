package io.tidings.messaging.jdbc;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what sinks commit, and fences as Kafka does: who opens a transactional id shuts out who opened it before. */
public final class RecordingBroker {
    private final Map<String, Integer> epochs = new HashMap<>();
    private final List<EncodedMessage> committed = new ArrayList<>();
    public final AtomicInteger opened = new AtomicInteger();
    public final AtomicInteger fenced = new AtomicInteger();

    /** What happens to a batch on its way; whatever it throws, the sink throws. */
    public interface Fault {
        Fault NONE = batch -> {};

        void strike(List<EncodedMessage> batch);
    }

    public volatile Fault beforeCommit = Fault.NONE;
    public volatile Fault afterCommit = Fault.NONE;

    public TransactionalSink open(String transactionalId) {
        return open(transactionalId, Fault.NONE);
    }

    /**
     * A sink with a fault of its own.
     *
     * @param own strikes only this sink, before it commits
     */
    public TransactionalSink open(String transactionalId, Fault own) {
        int epoch;
        synchronized (this) {
            epoch = epochs.merge(transactionalId, 1, Integer::sum);
        }
        opened.incrementAndGet();
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                own.strike(batch);
                beforeCommit.strike(batch);
                commit(transactionalId, epoch, batch);
                afterCommit.strike(batch);
            }

            @Override
            public void close() {}
        };
    }

    private synchronized void commit(String transactionalId, int epoch, List<EncodedMessage> batch) {
        if (epochs.getOrDefault(transactionalId, 0) != epoch) {
            fenced.incrementAndGet();
            throw new TransactionalSink.FencedException(
                    "epoch " + epoch + " is over", new IllegalStateException("fenced"));
        }
        committed.addAll(batch);
    }

    /** All that was committed, duplicates included. */
    public synchronized List<String> texts() {
        return committed.stream().map(Notes::text).toList();
    }

    /** What each key was told, each message where it first came. */
    public synchronized Map<String, List<String>> firstOccurrences() {
        Map<String, List<String>> byKey = new LinkedHashMap<>();
        for (EncodedMessage message : committed) {
            List<String> told = byKey.computeIfAbsent(Notes.key(message), key -> new ArrayList<>());
            if (!told.contains(Notes.text(message))) {
                told.add(Notes.text(message));
            }
        }
        return byKey;
    }
}
