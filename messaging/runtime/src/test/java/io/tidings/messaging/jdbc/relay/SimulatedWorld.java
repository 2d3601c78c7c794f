package io.tidings.messaging.jdbc.relay;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A database, a broker, those who write, relay, receive and operate, and chance, which says who goes on and what fails. One seed
 * is one life of it, which can be repeated.
 *
 * <p>The real code of relay and receiver runs in it. It is one thread: at each moment at which a process waits for database or
 * broker, others may go on, and come to such moments themselves; so a process may stand still for any time, but those that went
 * on meanwhile stand still, or are between two steps, when it wakes up.
 */
final class SimulatedWorld {
    /** What may go wrong. */
    enum Fault {
        /** A process ends, between any two writes. */
        CRASH,
        /** A process stands still, and others go on. */
        PAUSE,
        /** The database or the broker gives no answer, before or after it did its work. */
        LOST_ANSWER,
        /** A message is larger than the broker allows. */
        OVERSIZE,
        /** An address does not exist yet. */
        MISSING_TOPIC,
        /** A writer's transaction rolls back. */
        ROLLBACK,
        /** A process's own clock jumps. */
        CLOCK_JUMP
    }

    /** Somebody who can do one thing after the other. */
    abstract static class Actor {
        private boolean underway;

        abstract void step();
    }

    /** The process dies. One for all: their stacks would take most of the time. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("StaticAssignmentOfThrowable") // it has no stack
        static final Crash NOW = new Crash();

        private Crash() {
            super("crash", null, false, false);
        }
    }

    private static final int DEEPEST = 3;

    /** If nothing comes of so many steps when nothing fails any more, nothing ever will. */
    private static final int PATIENCE = 400;

    static final long LEASE = 1_000;

    final SplittableRandom random;
    final Set<Fault> faults;
    final SimulatedDatabase database;
    final SimulatedBroker broker;
    final Promises promises = new Promises();
    private final List<Actor> actors = new ArrayList<>();
    private final @Nullable List<String> history;
    private final Set<String> lately = new HashSet<>();
    private final List<Runnable> later = new ArrayList<>();
    /** By the database's clock, in milliseconds. */
    long now;

    private int depth;
    /** Nothing fails any more. */
    boolean calm;

    /**
     * A world.
     *
     * @param kind who relays and who receives
     * @param faults that may happen
     * @param history is told what happens; null if nobody wants to know
     */
    SimulatedWorld(long seed, Kind kind, Set<Fault> faults, @Nullable List<String> history) {
        this.random = new SplittableRandom(seed);
        this.faults = faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults);
        this.history = history;
        this.database = new SimulatedDatabase(this, kind.idsDrawnAhead());
        this.broker = new SimulatedBroker(this);
        int writers = 1 + random.nextInt(4);
        int accounts = 1 + random.nextInt(3);
        for (int i = 0; i < writers; i++) {
            actors.add(new SimulatedWriter(this, "writer" + i, accounts));
        }
        int relays = 1 + random.nextInt(3);
        int batch = 1 + random.nextInt(4);
        for (int i = 0; i < relays; i++) {
            actors.add(new SimulatedRelay(this, "relay" + i, kind, batch));
        }
        int receivers = 1 + random.nextInt(2);
        for (int i = 0; i < receivers; i++) {
            actors.add(new SimulatedReceiver(this, "receiver" + i, kind.offsetBeforeEffect()));
        }
        actors.add(new SimulatedOperator(this));
    }

    /** Lives until nothing is left to do; throws if a promise was broken. */
    void live() {
        int steps = 40 + random.nextInt(120);
        for (int i = 0; i < steps; i++) {
            anyone();
        }
        calm = true;
        broker.mend();
        int left = PATIENCE;
        for (long was = -1; left > 0 && !(database.isQuiet() && promises.kept()); left--) {
            // Slowly enough for whoever leads to come to its turn within its lease.
            now += LEASE / 20;
            database.release();
            anyone();
            long is = (database.size() * 10_000L + promises.told()) * 10_000L + broker.committedOffset;
            left = is == was ? left : PATIENCE;
            was = is;
        }
        promises.check();
    }

    /** Has the database's server do something when it comes to it. */
    void later(Runnable work) {
        later.add(work);
    }

    private void anyone() {
        if (!later.isEmpty() && (calm || random.nextInt(6) == 0)) {
            later.remove(0).run();
        }
        Actor actor = actors.get(random.nextInt(actors.size()));
        now += random.nextInt(12);
        if (actor.underway) {
            return;
        }
        actor.underway = true;
        depth++;
        try {
            actor.step();
        } finally {
            depth--;
            actor.underway = false;
        }
    }

    boolean may(Fault fault, int oneIn) {
        return !calm && faults.contains(fault) && random.nextInt(oneIn) == 0;
    }

    /** A moment at which a process waits for others: they may go on meanwhile, and it may be its last. */
    void moment(SimulatedProcess self) {
        if (self.dead) {
            throw Crash.NOW;
        }
        if (may(Fault.CRASH, 40)) {
            self.dead = true;
            tell(self.name, () -> "dies");
            throw Crash.NOW;
        }
        if (depth < DEEPEST && may(Fault.PAUSE, 8)) {
            int steps = 1 + random.nextInt(16);
            boolean forLong = random.nextInt(3) == 0;
            tell(self.name, () -> "stands still" + (forLong ? ", for longer than its lease" : ""));
            for (int i = 0; i < steps; i++) {
                now += forLong && i == 0 ? LEASE + random.nextInt(500) : 0;
                anyone();
            }
            tell(self.name, () -> "goes on");
        }
    }

    void tell(String who, Supplier<String> what) {
        if (history != null) {
            String text = "%-10s %s%s".formatted(who, "  ".repeat(Math.max(0, depth - 1)), what.get());
            // At the end, whoever waits in vain does the same for ever.
            if (lately.add(text) || !calm) {
                history.add("%5d ms  %s".formatted(now, text));
            }
        }
    }
}
