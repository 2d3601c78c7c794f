package io.tidings.testing;

import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.delivery.BatchItem;
import io.tidings.messaging.delivery.Delivery;
import io.tidings.messaging.delivery.Outcome;
import io.tidings.testing.InMemoryBroker.Entry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A group whose members share a log without order: whoever is free takes the next message, and keeps it until it is done. All
 * state is guarded by the broker's monitor.
 */
final class InMemorySharedGroup implements InMemoryMembership {

    /** So many messages a member handles at a time. */
    private static final int WIDTH = 4;

    private static final Duration PAUSE = Duration.ofMillis(1);

    /** A member, and who works for it. */
    private static final class Member {
        private final Delivery<?> delivery;
        private final List<Thread> threads = new ArrayList<>();
        private int atHand;
        private boolean gone;

        private Member(Delivery<?> delivery) {
            this.delivery = delivery;
        }
    }

    private final InMemoryBroker broker;
    private final Clock clock;
    private final String address;
    private final String name;
    private final Deque<Entry> givenBack = new ArrayDeque<>();
    private final List<Member> members = new ArrayList<>();
    private int next;
    private boolean begun;

    InMemorySharedGroup(InMemoryBroker broker, Clock clock, String address, String name) {
        this.broker = broker;
        this.clock = clock;
        this.address = address;
        this.name = name;
    }

    @Override
    public void begin(StartPosition start) {
        synchronized (broker) {
            if (!begun) {
                begun = true;
                next = broker.place(address, start);
            }
        }
    }

    @Override
    public void join(Delivery<?> delivery) {
        synchronized (broker) {
            Member member = new Member(delivery);
            members.add(member);
            for (int i = 1; i <= WIDTH; i++) {
                Thread thread = new Thread(() -> run(member), "tidings-memory-" + name + "-" + address + "-" + i);
                thread.setDaemon(true);
                member.threads.add(thread);
                thread.start();
            }
        }
    }

    /** Waits for what this member has at hand; a handler that closes its own subscription cannot wait for itself. */
    @Override
    public void leave(Delivery<?> delivery) throws InterruptedException {
        synchronized (broker) {
            for (Member member : List.copyOf(members)) {
                if (member.delivery == delivery) {
                    members.remove(member);
                    member.gone = true;
                    broker.notifyAll();
                    while (member.atHand > 0 && !member.threads.contains(Thread.currentThread())) {
                        broker.wait();
                    }
                }
            }
        }
    }

    @Override
    public int waiting() {
        synchronized (broker) {
            int atHand = members.stream().mapToInt(member -> member.atHand).sum();
            return broker.log(address).size() - next + givenBack.size() + atHand;
        }
    }

    @Override
    public boolean idle() {
        return members.isEmpty()
                || (givenBack.isEmpty()
                        && next >= broker.log(address).size()
                        && members.stream().allMatch(member -> member.atHand == 0));
    }

    private void run(Member member) {
        try {
            for (List<Entry> entries = take(member); !entries.isEmpty(); entries = take(member)) {
                if (entries.size() == 1) {
                    work(member, entries.get(0));
                } else {
                    workTogether(member, entries);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workTogether(Member member, List<Entry> entries) throws InterruptedException {
        List<BatchItem> items = entries.stream()
                .map(entry -> BatchItem.unordered(entry.message(), entry.origin()))
                .toList();
        member.delivery.together(() -> member.gone).attempt(items);
        boolean waits = false;
        for (int i = 0; i < items.size(); i++) {
            Outcome outcome = items.get(i).outcome();
            if (outcome instanceof Outcome.SetAside aside) {
                setAside(member, entries.get(i), aside, 1);
            }
            boolean done = outcome != null && !(outcome instanceof Outcome.Retry);
            waits |= !done;
            finish(member, entries.get(i), done);
        }
        if (waits) {
            pause(member, PAUSE);
        }
    }

    /** The next message, or several for who takes several at once; none when the member has left. */
    private List<Entry> take(Member member) throws InterruptedException {
        synchronized (broker) {
            while (!member.gone
                    && givenBack.isEmpty()
                    && next >= broker.log(address).size()) {
                broker.wait();
            }
            if (member.gone) {
                return List.of();
            }
            // What was given back may have failed: it is tried alone.
            if (!givenBack.isEmpty()) {
                member.atHand++;
                return List.of(givenBack.remove());
            }
            BatchLimits limits = member.delivery.limits();
            List<Entry> log = broker.log(address);
            int end = limits == null ? next + 1 : Math.min(log.size(), next + limits.messages());
            List<Entry> taken = List.copyOf(log.subList(next, end));
            next = end;
            member.atHand += taken.size();
            return taken;
        }
    }

    private void work(Member member, Entry entry) throws InterruptedException {
        boolean done = false;
        try {
            for (int failures = 0; !done; failures++) {
                Outcome outcome = member.delivery.attempt(entry.message(), entry.origin(), failures);
                if (outcome instanceof Outcome.SetAside aside) {
                    setAside(member, entry, aside, failures + 1);
                }
                done = !(outcome instanceof Outcome.Retry);
                if (outcome instanceof Outcome.Retry retry && !pause(member, retry.after())) {
                    return;
                }
            }
        } finally {
            finish(member, entry, done);
        }
    }

    private void setAside(Member member, Entry entry, Outcome.SetAside aside, int attempts) {
        broker.append(
                DeadLetters.letter(entry.message(), entry.origin(), name, aside.cause(), attempts, clock.instant()));
        member.delivery.watch().deadLettered(entry.message().id(), entry.origin(), aside.cause());
    }

    private void finish(Member member, Entry entry, boolean done) {
        synchronized (broker) {
            member.atHand--;
            if (!done) {
                givenBack.add(entry);
            }
            broker.notifyAll();
        }
    }

    /** False if the member left meanwhile. */
    private boolean pause(Member member, Duration length) throws InterruptedException {
        synchronized (broker) {
            long end = System.nanoTime() + length.toNanos();
            for (long left = length.toNanos(); left > 0 && !member.gone; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(broker, Math.max(left, TimeUnit.MILLISECONDS.toNanos(1)));
            }
            return !member.gone;
        }
    }
}
