package io.tidings.testing;

import io.tidings.messaging.StartPosition;
import io.tidings.messaging.delivery.Attempts;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.messaging.parking.Handling;
import io.tidings.messaging.parking.Parking;
import io.tidings.messaging.parking.ParkingPolicy;
import io.tidings.messaging.parking.Replay;
import io.tidings.testing.InMemoryBroker.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A consumer group: one position in the log, whoever its members are. A thread of the group hands out one message at a time,
 * those of one key to the same member as long as the members stay the same. All state is guarded by the broker's monitor.
 */
final class InMemoryGroup implements InMemoryMembership {

    private final InMemoryBroker broker;
    private final String address;
    private final String name;
    private final InMemoryDeadLetterStore store;
    private final Parking parking;
    private final Deque<Replay> orders = new ArrayDeque<>();
    private final List<Delivery<?>> members = new ArrayList<>();
    private int position;
    private boolean begun;
    private int told;
    private @Nullable Job current;
    private boolean pausing;
    private @Nullable Delivery<?> working;
    private @Nullable Thread thread;

    InMemoryGroup(InMemoryBroker broker, Clock clock, String address, String name) {
        this.broker = broker;
        this.address = address;
        this.name = name;
        this.store = new InMemoryDeadLetterStore(broker, address, name);
        this.parking = new Parking(address, name, 0, store, ParkingPolicy.DEFAULT, clock);
        parking.ready();
    }

    @Override
    public void join(Delivery<?> member) {
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

    @Override
    public void begin(StartPosition start) {
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
            current = null;
            position = broker.place(address, to);
        }
    }

    @Override
    public void leave(Delivery<?> member) throws InterruptedException {
        synchronized (broker) {
            members.remove(member);
            broker.notifyAll();
            while (working == member && Thread.currentThread() != thread) {
                broker.wait();
            }
        }
    }

    @Override
    public int waiting() {
        synchronized (broker) {
            return broker.log(address).size() - position;
        }
    }

    @Override
    public boolean idle() {
        return members.isEmpty() || (working == null && current == null && !anythingToDo());
    }

    /** Whether nothing happens unless time passes or somebody sends. To be called with the broker's monitor. */
    boolean settled() {
        return pausing || idle();
    }

    private boolean anythingToDo() {
        store.marksFrom(told).forEach(mark -> {
            told++;
            parking.tell(mark).ifPresent(orders::add);
        });
        return !orders.isEmpty() || position < broker.log(address).size();
    }

    private void run() {
        try {
            while (true) {
                @Nullable Delivery<?> member = next();
                if (member == null) {
                    return;
                }
                Job job = job();
                settle(job, work(new Handling<>(member, parking), job));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The member whose turn it is; null when nobody is left, which ends the thread. */
    private @Nullable Delivery<?> next() throws InterruptedException {
        synchronized (broker) {
            while (!members.isEmpty() && current == null && !anythingToDo()) {
                broker.wait();
            }
            if (members.isEmpty()) {
                thread = null;
                return null;
            }
            byte[] key = job().key();
            int choice = key == null ? position : Arrays.hashCode(key);
            working = members.get(Math.floorMod(choice, members.size()));
            return working;
        }
    }

    /** What is at hand until it is done. */
    private Job job() {
        synchronized (broker) {
            Job job = current;
            if (job == null) {
                Replay order = orders.poll();
                job = new Job(order, order == null ? broker.log(address).get(position) : null);
                current = job;
            }
            return job;
        }
    }

    private static Outcome work(Handling<?> handling, Job job) {
        return job.order == null
                ? handling.handle(job.entry().message(), job.entry().origin(), job)
                : handling.replay(job.order, () -> false, job);
    }

    private void settle(Job job, Outcome outcome) throws InterruptedException {
        synchronized (broker) {
            working = null;
            broker.notifyAll();
            if (outcome instanceof Outcome.Retry retry) {
                job.failedAgain();
                pause(retry.after());
            } else {
                current = null;
                position += job.order == null ? 1 : 0;
                broker.notifyAll();
            }
        }
    }

    /** The pause ends early when the last member leaves. */
    private void pause(Duration length) throws InterruptedException {
        VirtualTime time = broker.time();
        if (time != null) {
            pause(time, length);
            return;
        }
        long end = System.nanoTime() + length.toNanos();
        for (long left = length.toNanos(); left > 0 && !members.isEmpty(); left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(broker, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
        }
    }

    private void pause(VirtualTime time, Duration length) throws InterruptedException {
        pausing = true;
        Runnable cancel = time.schedule(length, () -> {
            synchronized (broker) {
                pausing = false;
                broker.notifyAll();
            }
        });
        broker.notifyAll();
        while (pausing && !members.isEmpty()) {
            broker.wait();
        }
        pausing = false;
        cancel.run();
    }

    /** The message or the order at hand, and what was tried with it. */
    private static final class Job extends Attempts {
        private final @Nullable Replay order;
        private final @Nullable Entry entry;

        Job(@Nullable Replay order, @Nullable Entry entry) {
            this.order = order;
            this.entry = entry;
        }

        void failedAgain() {
            failed();
        }

        Entry entry() {
            return Objects.requireNonNull(entry, "An order has no entry");
        }

        byte @Nullable [] key() {
            return order == null ? entry().message().key() : order.key();
        }
    }
}
