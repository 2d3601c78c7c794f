package io.tidings.testing;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.testing.InMemoryBroker.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group: one position in the log, whoever its members are. A thread of the group hands out one message at a time,
 * those of one key to the same member as long as the members stay the same. All state is guarded by the broker's monitor.
 */
final class InMemoryGroup {

    private final InMemoryBroker broker;
    private final String address;
    private final String name;
    private final List<Delivery<?>> members = new ArrayList<>();
    private int position;
    private boolean begun;
    private @Nullable Delivery<?> working;
    private @Nullable Thread thread;

    InMemoryGroup(InMemoryBroker broker, String address, String name) {
        this.broker = broker;
        this.address = address;
        this.name = name;
    }

    void join(Delivery<?> member) {
        synchronized (broker) {
            members.add(member);
            broker.notifyAll();
            if (thread == null) {
                thread = new Thread(this::run, "tidings-memory-" + name + "-" + address);
                thread.setDaemon(true);
                thread.start();
            }
        }
    }

    /** Where it begins, unless it has been here before. */
    void begin(StartPosition start) {
        synchronized (broker) {
            if (!begun) {
                begun = true;
                position = broker.place(address, start);
            }
        }
    }

    /** As {@link InMemoryTransport#seek}. */
    void seek(StartPosition to) {
        synchronized (broker) {
            if (!members.isEmpty()) {
                throw new IllegalStateException("Group '" + name + "' is running (" + members.size()
                        + " members). Close all subscriptions of the group first.");
            }
            begun = true;
            position = broker.place(address, to);
        }
    }

    /** Waits for the message that this member has at hand. */
    void leave(Delivery<?> member) throws InterruptedException {
        synchronized (broker) {
            members.remove(member);
            broker.notifyAll();
            while (working == member && Thread.currentThread() != thread) {
                broker.wait();
            }
        }
    }

    /** To be called with the broker's monitor. */
    boolean idle() {
        return members.isEmpty()
                || (working == null && position >= broker.log(address).size());
    }

    private void run() {
        try {
            int failures = 0;
            while (true) {
                @Nullable Delivery<?> member = next();
                if (member == null) {
                    return;
                }
                Entry entry = current();
                Outcome outcome = member.attempt(entry.message(), entry.origin(), failures);
                failures = outcome instanceof Outcome.Retry ? failures + 1 : 0;
                settle(member, entry, outcome);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The member whose turn it is; null when nobody is left, which ends the thread. */
    private @Nullable Delivery<?> next() throws InterruptedException {
        synchronized (broker) {
            while (!members.isEmpty() && position >= broker.log(address).size()) {
                broker.wait();
            }
            if (members.isEmpty()) {
                thread = null;
                return null;
            }
            EncodedMessage message = broker.log(address).get(position).message();
            int choice = message.key() == null ? position : Arrays.hashCode(message.key());
            working = members.get(Math.floorMod(choice, members.size()));
            return working;
        }
    }

    private Entry current() {
        synchronized (broker) {
            return broker.log(address).get(position);
        }
    }

    private void settle(Delivery<?> member, Entry entry, Outcome outcome) throws InterruptedException {
        if (outcome instanceof Outcome.SetAside aside) {
            broker.append(DeadLetters.letter(entry.message(), entry.origin(), name, aside.cause()));
            member.watch().deadLettered(entry.message().id(), entry.origin(), aside.cause());
        }
        synchronized (broker) {
            working = null;
            broker.notifyAll();
            if (outcome instanceof Outcome.Retry retry) {
                pause(retry.after());
            } else {
                position++;
                broker.notifyAll();
            }
        }
    }

    /** The pause ends early when the last member leaves. */
    private void pause(Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0 && !members.isEmpty(); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(broker, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }
}
