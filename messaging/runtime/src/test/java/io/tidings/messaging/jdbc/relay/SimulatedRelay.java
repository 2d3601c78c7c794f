package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.MessagingException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.relay.SimulatedWorld.Crash;
import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.RelayWatch;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A process that relays, life after life. What {@link RelayLoop} does is done here step by step; the rest is the real code. */
final class SimulatedRelay extends SimulatedProcess {
    private static final RelayWatch NOBODY = Listeners.NONE.relay("simulated");

    private final Kind kind;
    private final RelayOptions options;
    private LeasedOutbox outbox;
    private Function<String, TransactionalSink> sinks;
    private int lives;
    private @Nullable Beside<?> waiting;
    private @Nullable RelayTerm term;
    private Kind.@Nullable Duty duty;
    /** How far its own clock is from the others'. */
    private long skew;

    SimulatedRelay(SimulatedWorld world, String name, Kind kind, int batch) {
        super(world, name);
        this.kind = kind;
        this.options =
                RelayOptions.named("simulated").withBatchSize(batch).withLease(Duration.ofMillis(SimulatedWorld.LEASE));
        this.outbox = kind.outbox().apply(new SimulatedOutbox(this, name));
        this.sinks = kind.sinks().apply(id -> world.broker.open(this, id));
    }

    /** Something that is done beside another thing: before it, in its midst, or after it. */
    <T> RelayPump.Pending<T> aside(RelayPump.Work<T> work) {
        Beside<T> beside = new Beside<>(work);
        switch (world.random.nextInt(3)) {
            case 0 -> beside.run();
            case 1 -> waiting = beside;
            default -> {}
        }
        return () -> {
            beside.run();
            return beside.end();
        };
    }

    /** Done once. */
    private static final class Beside<T> {
        private final RelayPump.Work<T> work;
        private boolean begun;
        private @Nullable T result;
        private @Nullable Throwable failure;

        Beside(RelayPump.Work<T> work) {
            this.work = work;
        }

        void run() {
            if (begun) {
                return;
            }
            begun = true;
            try {
                result = work.call();
            } catch (SQLException | RuntimeException | Error e) {
                failure = e;
            }
        }

        @SuppressWarnings("NullAway") // null only if the work gave null
        T end() throws SQLException {
            Throwable thrown = failure;
            if (thrown instanceof SQLException sql) {
                throw sql;
            }
            if (thrown instanceof Error error) {
                throw error;
            }
            if (thrown instanceof RuntimeException runtime) {
                throw runtime;
            }
            return result;
        }
    }

    /** What another thread of this process does comes between. */
    @Override
    void meanwhile() {
        Beside<?> beside = waiting;
        if (beside != null && world.random.nextInt(3) == 0) {
            waiting = null;
            beside.run();
        }
    }

    private void start() {
        waiting = null;
        String life = name + "." + ++lives;
        outbox = kind.outbox().apply(new SimulatedOutbox(this, life));
        sinks = kind.sinks().apply(id -> world.broker.open(this, id));
        dead = false;
        term = null;
    }

    private long nanoTime() {
        if (world.may(Fault.CLOCK_JUMP, 20)) {
            skew = (world.random.nextInt(20) - 10) * SimulatedWorld.LEASE;
        }
        return (world.now + skew) * 1_000_000;
    }

    @Override
    void step() {
        try {
            if (dead) {
                start();
            }
            work();
        } catch (RelayTerm.LeaseLostException
                | TransactionalSink.FencedException
                | MessagingException
                | SQLException e) {
            endTerm();
        } catch (Crash e) {
            term = null;
        }
    }

    private void work() throws SQLException {
        RelayTerm current = term;
        if (current == null) {
            RelayTerm begun = RelayTerm.begin(outbox, sinks, options, NOBODY, this::nanoTime);
            term = begun;
            duty = begun == null ? null : kind.duty().apply(this, begun);
        } else if (!world.calm && world.random.nextInt(20) == 0) {
            world.tell(name, () -> "is closed");
            if (duty != null) {
                duty.finish();
            }
            endTerm();
        } else if (duty != null) {
            duty.step();
        }
    }

    private void endTerm() {
        RelayTerm ending = term;
        term = null;
        try {
            if (ending != null) {
                ending.close();
            }
        } catch (Crash e) {
            // It dies while it closes.
            return;
        }
    }
}
