package io.tidings.testing;

import io.tidings.messaging.DeadLetters;
import io.tidings.messaging.StartPosition;
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
import org.jspecify.annotations.Nullable;

/**
 * A group whose members share a log without order: whoever is free takes the next message, and keeps it until it is done. All
 * state is guarded by the broker's monitor.
 */
final class InMemorySharedGroup implements InMemoryMembership {

    /** So many messages a member handles at a time. */
    private static final int WIDTH = 4;

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
            for (Entry entry = take(member); entry != null; entry = take(member)) {
                work(member, entry);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The next message; null when the member has left. */
    private @Nullable Entry take(Member member) throws InterruptedException {
        synchronized (broker) {
            while (!member.gone
                    && givenBack.isEmpty()
                    && next >= broker.log(address).size()) {
                broker.wait();
            }
            if (member.gone) {
                return null;
            }
            member.atHand++;
            return givenBack.isEmpty() ? broker.log(address).get(next++) : givenBack.remove();
        }
    }

    private void work(Member member, Entry entry) throws InterruptedException {
        boolean done = false;
        try {
            for (int failures = 0; !done; failures++) {
                Outcome outcome = member.delivery.attempt(entry.message(), entry.origin(), failures);
                if (outcome instanceof Outcome.SetAside aside) {
                    broker.append(DeadLetters.letter(
                            entry.message(), entry.origin(), name, aside.cause(), failures + 1, clock.instant()));
                    member.delivery.watch().deadLettered(entry.message().id(), entry.origin(), aside.cause());
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
