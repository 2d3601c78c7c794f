package io.tidings.testing;

import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.delivery.Attempts;
import io.tidings.messaging.delivery.BatchItem;
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
    private final Deque<Job> atHand = new ArrayDeque<>();
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
            atHand.clear();
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
            long waiting = atHand.stream().filter(job -> job.order == null).count();
            return broker.log(address).size() - position + (int) waiting;
        }
    }

    /** Whether all before that place is done. */
    boolean isPast(int place) {
        synchronized (broker) {
            return position >= place;
        }
    }

    @Override
    public boolean idle() {
        return members.isEmpty() || (working == null && atHand.isEmpty() && !anythingToDo());
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
                List<Job> jobs = jobs(member);
                settle(jobs, work(new Handling<>(member, parking), jobs));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The member whose turn it is; null when nobody is left, which ends the thread. */
    private @Nullable Delivery<?> next() throws InterruptedException {
        synchronized (broker) {
            while (!members.isEmpty() && atHand.isEmpty() && !anythingToDo()) {
                broker.wait();
            }
            if (members.isEmpty()) {
                thread = null;
                return null;
            }
            working = memberFor(first());
            return working;
        }
    }

    private Delivery<?> memberFor(Job job) {
        byte[] key = job.key();
        long choice = key == null ? job.offset() : Arrays.hashCode(key);
        return members.get((int) Math.floorMod(choice, (long) members.size()));
    }

    /** What is at hand until it is done. */
    private Job first() {
        if (atHand.isEmpty()) {
            Replay order = orders.poll();
            atHand.add(order == null ? nextEntry() : new Job(order, null));
        }
        return atHand.element();
    }

    private Job nextEntry() {
        Entry entry = broker.log(address).get(position);
        position++;
        return new Job(null, entry);
    }

    /** What this member gets: the first one, and those behind it if it takes several at once and they are its own, too. */
    private List<Job> jobs(Delivery<?> member) {
        synchronized (broker) {
            Job first = first();
            BatchLimits limits = member.limits();
            if (limits == null || first.order != null) {
                return List.of(first);
            }
            while (atHand.size() < limits.messages()
                    && position < broker.log(address).size()) {
                atHand.add(nextEntry());
            }
            return atHand.stream()
                    .takeWhile(job -> job == first || (!members.isEmpty() && memberFor(job) == member))
                    .limit(limits.messages())
                    .toList();
        }
    }

    /** The first wait that came of it, if any; what is done says so. */
    private static Outcome.@Nullable Retry work(Handling<?> handling, List<Job> jobs) {
        Job first = jobs.get(0);
        if (handling.limits() == null || first.order != null) {
            return first.note(
                    first.order == null
                            ? handling.handle(
                                    first.entry().message(), first.entry().origin(), first)
                            : handling.replay(first.order, () -> false, first));
        }
        List<BatchItem> items = jobs.stream()
                .map(job -> BatchItem.inOrder(job.entry().message(), job.entry().origin(), job))
                .toList();
        handling.handle(items, () -> false);
        Outcome.@Nullable Retry wait = null;
        for (int i = 0; i < items.size(); i++) {
            Outcome outcome = items.get(i).outcome();
            Outcome.@Nullable Retry again = outcome == null ? null : jobs.get(i).note(outcome);
            wait = wait == null ? again : wait;
        }
        return wait;
    }

    private void settle(List<Job> jobs, Outcome.@Nullable Retry wait) throws InterruptedException {
        synchronized (broker) {
            working = null;
            atHand.removeAll(jobs.stream().filter(job -> job.done).toList());
            broker.notifyAll();
            if (wait != null) {
                pause(wait.after());
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
        private boolean done;

        Job(@Nullable Replay order, @Nullable Entry entry) {
            this.order = order;
            this.entry = entry;
        }

        /** What to wait for before the same is tried again; null if it is done. */
        Outcome.@Nullable Retry note(Outcome outcome) {
            if (outcome instanceof Outcome.Retry retry) {
                failed();
                return retry;
            }
            done = true;
            return null;
        }

        long offset() {
            return order == null ? entry().origin().offset() : 0;
        }

        Entry entry() {
            return Objects.requireNonNull(entry, "An order has no entry");
        }

        byte @Nullable [] key() {
            return order == null ? entry().message().key() : order.key();
        }
    }
}
