package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.TransactionalSink;
import java.sql.SQLException;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Who relays and who receives in a simulated world: the real ones, or some that are broken in one way.
 *
 * @param duty what a leader does, one step at a time
 * @param outbox as the relay sees it
 * @param sinks as the relay opens them
 * @param offsetBeforeEffect whether receivers commit their position before they have done their work
 * @param idsDrawnAhead whether writers draw several ids at once
 */
record Kind(
        BiFunction<SimulatedRelay, RelayTerm, Duty> duty,
        Function<SimulatedOutbox, LeasedOutbox> outbox,
        UnaryOperator<Function<String, TransactionalSink>> sinks,
        boolean offsetBeforeEffect,
        boolean idsDrawnAhead) {

    /** What a leader does, one step at a time. */
    interface Duty {
        void step() throws SQLException;

        /** What remains to be done before a term is given up in peace. */
        void finish() throws SQLException;
    }

    static final Kind POLLING = new Kind(
            (relay, term) -> pumping(new RelayPump(term, relay::aside)),
            outbox -> outbox,
            UnaryOperator.identity(),
            false,
            false);

    static final Kind TAILING = POLLING.with((relay, term) -> new SimulatedTail(relay, term));

    /** Some of this kind and some of that, which take over from each other. */
    static final Kind BOTH = POLLING.with((relay, term) -> {
        boolean polls = relay.world.random.nextBoolean();
        return (polls ? POLLING : TAILING).duty().apply(relay, term);
    });

    private static Duty pumping(RelayPump pump) {
        return new Duty() {
            @Override
            public void step() throws SQLException {
                boolean unused = pump.step();
            }

            @Override
            public void finish() throws SQLException {
                pump.finish();
            }
        };
    }

    Kind with(BiFunction<SimulatedRelay, RelayTerm, Duty> other) {
        return new Kind(other, outbox, sinks, offsetBeforeEffect, idsDrawnAhead);
    }

    Kind seeing(Function<SimulatedOutbox, LeasedOutbox> other) {
        return new Kind(duty, other, sinks, offsetBeforeEffect, idsDrawnAhead);
    }

    Kind sending(UnaryOperator<Function<String, TransactionalSink>> other) {
        return new Kind(duty, outbox, other, offsetBeforeEffect, idsDrawnAhead);
    }

    Kind withOffsetBeforeEffect() {
        return new Kind(duty, outbox, sinks, true, idsDrawnAhead);
    }

    Kind withIdsDrawnAhead() {
        return new Kind(duty, outbox, sinks, offsetBeforeEffect, true);
    }
}
