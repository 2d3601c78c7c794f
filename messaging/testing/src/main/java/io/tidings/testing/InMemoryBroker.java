package io.tidings.testing;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.Received;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.delivery.RetryPolicy;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.MessagingListener;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Channels in memory: each one a log with a single partition, so that messages arrive in the order in which they were sent.
 * Several transports on one broker are several applications. Safe for use by several threads.
 */
public final class InMemoryBroker {

    /** A message in its log. */
    record Entry(EncodedMessage message, Received.Origin origin) {}

    private record GroupId(String address, String group) {}

    private final Clock clock;
    private final @Nullable VirtualTime time;
    private final Map<String, List<Entry>> logs = new LinkedHashMap<>();
    private final Map<GroupId, InMemoryGroup> groups = new LinkedHashMap<>();
    private final Map<GroupId, InMemorySharedGroup> sharedGroups = new LinkedHashMap<>();
    private final Map<String, Integer> epochs = new LinkedHashMap<>();
    private final List<Consumer<Entry>> listeners = new CopyOnWriteArrayList<>();

    public InMemoryBroker() {
        this(Clock.systemUTC());
    }

    /**
     * A broker of its own.
     *
     * @param clock stamps what is sent
     */
    public InMemoryBroker(Clock clock) {
        this(clock, null);
    }

    /** A broker of its own, where all that waits waits by a time that the test moves. */
    public InMemoryBroker(VirtualTime time) {
        this(time, time);
        time.add(this::settle);
    }

    private InMemoryBroker(Clock clock, @Nullable VirtualTime time) {
        this.clock = clock;
        this.time = time;
    }

    @Nullable VirtualTime time() {
        return time;
    }

    Clock clock() {
        return clock;
    }

    private synchronized void settle(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!groups.values().stream().allMatch(InMemoryGroup::settled)) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("Handlers still work: time cannot move on");
            }
            try {
                wait(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while handlers work", e);
            }
        }
    }

    /**
     * Another application.
     *
     * @param listeners are told what happens in it
     */
    public InMemoryTransport connect(MessageCodec codec, MessagingListener... listeners) {
        return connect(codec, InMemoryTransport.HASTE, listeners);
    }

    /** Another application, that tries again as it is told. */
    public InMemoryTransport connect(MessageCodec codec, RetryPolicy retries, MessagingListener... listeners) {
        return new InMemoryTransport(this, codec, retries, Listeners.of(List.of(listeners)));
    }

    /** Puts a message there as it is, as a foreign producer would. */
    public Receipt append(EncodedMessage message) {
        return appendAll(List.of(message)).get(0);
    }

    /** Puts several there at once: nobody sees some of them without the others. */
    List<Receipt> appendAll(List<EncodedMessage> messages) {
        List<Entry> entries = new ArrayList<>();
        synchronized (this) {
            for (EncodedMessage message : messages) {
                List<Entry> log = log(message.address());
                Entry entry =
                        new Entry(message, new Received.Origin(message.address(), 0, log.size(), clock.instant()));
                log.add(entry);
                entries.add(entry);
            }
            notifyAll();
        }
        entries.forEach(entry -> listeners.forEach(listener -> listener.accept(entry)));
        return entries.stream()
                .map(entry -> new Receipt(
                        entry.message().id(),
                        entry.message().address(),
                        new Receipt.Position(0, entry.origin().offset())))
                .toList();
    }

    /** What was sent to an address so far. */
    public synchronized List<EncodedMessage> messages(String address) {
        return log(address).stream().map(Entry::message).toList();
    }

    /** Opens a relay's sink; whoever had one with this id is fenced from now on. */
    synchronized TransactionalSink transactionalSink(String transactionalId) {
        int epoch = epochs.merge(transactionalId, 1, Integer::sum);
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                synchronized (InMemoryBroker.this) {
                    if (epochs.getOrDefault(transactionalId, 0) != epoch) {
                        throw new FencedException(
                                "Another producer with the transactional id '" + transactionalId + "' has taken over",
                                new IllegalStateException("Epoch " + epoch + " is over"));
                    }
                    appendAll(batch);
                }
            }

            @Override
            public void close() {}
        };
    }

    synchronized InMemoryGroup group(String address, String group) {
        return groups.computeIfAbsent(
                new GroupId(address, group), id -> new InMemoryGroup(this, clock, address, group));
    }

    synchronized InMemorySharedGroup sharedGroup(String address, String group) {
        return sharedGroups.computeIfAbsent(
                new GroupId(address, group), id -> new InMemorySharedGroup(this, clock, address, group));
    }

    /** Whether every group that has members has handled all that there is. */
    synchronized boolean idle() {
        return groups.values().stream().allMatch(InMemoryMembership::idle)
                && sharedGroups.values().stream().allMatch(InMemoryMembership::idle);
    }

    void listen(Consumer<Entry> listener) {
        listeners.add(listener);
    }

    void unlisten(Consumer<Entry> listener) {
        listeners.remove(listener);
    }

    /** Where a group begins in a log. To be called with this broker's monitor. */
    int place(String address, StartPosition start) {
        List<Entry> log = log(address);
        if (start instanceof StartPosition.At at) {
            return (int) log.stream()
                    .takeWhile(entry -> entry.origin().timestamp().isBefore(at.time()))
                    .count();
        }
        return start instanceof StartPosition.End ? log.size() : 0;
    }

    /** To be called with this broker's monitor. */
    List<Entry> log(String address) {
        return logs.computeIfAbsent(address, name -> new ArrayList<>());
    }
}
