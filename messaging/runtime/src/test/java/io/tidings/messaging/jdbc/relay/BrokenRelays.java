package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/** Relays as others write them, each with one bug, around the real decisions: a checker is worth what it finds in them. */
final class BrokenRelays {
    private static final AtomicLong OPENED = new AtomicLong();

    private BrokenRelays() {}

    /** Reads on from the last id that it sent: rows whose transaction commits late are behind that. */
    static Kind cursorOverIds() {
        return Kind.POLLING.seeing(outbox -> new CursorOverIds(outbox, outbox.cursor()));
    }

    private static final class CursorOverIds extends Decorated {
        private final long[] last;

        CursorOverIds(LeasedOutbox outbox, long[] last) {
            super(outbox);
            this.last = last;
        }

        @Override
        public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
            List<OutboxRow> rows = super.unsent(except, inFlight, Integer.MAX_VALUE).rows().stream()
                    .filter(row -> row.id() > last[0])
                    .limit(limit)
                    .toList();
            return new UnsentRows.Waiting(rows, rows.size() < limit, 1);
        }

        @Override
        public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
            Set<Long> settled = super.settle(epoch, sent, refused);
            sent.forEach(id -> last[0] = Math.max(last[0], id));
            return settled;
        }
    }

    /** Sends each message by itself, without waiting for the one before: what is behind a refused one lands, it comes later. */
    static Kind pipelinedSends() {
        return Kind.POLLING.sending(sinks -> id -> sink(sinks.apply(id), (inner, batch) -> {
            RuntimeException refused = null;
            for (EncodedMessage message : batch) {
                try {
                    inner.send(List.of(message));
                } catch (RuntimeException e) {
                    refused = e;
                }
            }
            if (refused != null) {
                throw refused;
            }
        }));
    }

    /** A lease, and a producer that no successor's shuts out: who was paused sends when he wakes up. */
    static Kind leaseWithoutFencing() {
        return Kind.POLLING.sending(sinks -> id -> sinks.apply(id + OPENED.incrementAndGet()));
    }

    /** Sends by two producers in turn, and a successor shuts out only the first of them. */
    static Kind secondProducerUnfenced() {
        return Kind.POLLING.sending(sinks ->
                id -> SimulatedBroker.inTurn(sinks.apply(id), sinks.apply(id + "~" + OPENED.incrementAndGet())));
    }

    /** Deletes rows, and then sends what was in them. */
    static Kind deleteBeforeSending() {
        return Kind.POLLING.seeing(DeleteBeforeSending::new);
    }

    private static final class DeleteBeforeSending extends Decorated {
        private long epoch;

        DeleteBeforeSending(LeasedOutbox outbox) {
            super(outbox);
        }

        @Override
        public OptionalLong acquire() throws SQLException {
            OptionalLong acquired = super.acquire();
            epoch = acquired.orElse(0);
            return acquired;
        }

        @Override
        public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
            UnsentRows.Waiting waiting = super.unsent(except, inFlight, limit);
            List<OutboxRow> rows = waiting.rows();
            Set<Long> deleted =
                    super.settle(epoch, rows.stream().map(OutboxRow::id).toList(), Map.of());
            List<OutboxRow> ours =
                    rows.stream().filter(row -> deleted.contains(row.id())).toList();
            return new UnsentRows.Waiting(ours, waiting.all(), 1);
        }
    }

    /** Reads the next batch while one is on its way, and leaves out what that one has not yet deleted only by luck. */
    static Kind readingAheadOfItself() {
        return Kind.POLLING.seeing(outbox -> new Decorated(outbox) {
            @Override
            public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit)
                    throws SQLException {
                return super.unsent(except, List.of(), limit);
            }
        });
    }

    /** Takes a batch for sent though nobody said so. */
    static Kind silenceTakenForConsent() {
        return Kind.POLLING.sending(sinks -> id -> sink(sinks.apply(id), (inner, batch) -> {
            try {
                inner.send(batch);
            } catch (TransientMessagingException e) {
                // "It will have arrived."
                return;
            }
        }));
    }

    /** Sets a refused message aside, and goes on with what is behind it. */
    static Kind barredKeyOvertaken() {
        return Kind.POLLING.seeing(with(outbox -> outbox.barredHoldBack = false));
    }

    /** Writes down what it did without a look at who leads. */
    static Kind deletionWithoutTheLease() {
        return Kind.POLLING.seeing(with(outbox -> outbox.checked = false));
    }

    /** Orders rows by their transactions, as a cursor over {@code (xid, id)} does: a transaction's id is drawn at its begin. */
    static Kind orderOfTransactions() {
        return Kind.POLLING.seeing(with(outbox -> outbox.byTransaction = true));
    }

    /** A sequence with a cache: each session draws several ids ahead. */
    static Kind idsDrawnAhead() {
        return Kind.POLLING.withIdsDrawnAhead();
    }

    /** Commits its position, and then does its work. */
    static Kind offsetBeforeEffect() {
        return Kind.POLLING.withOffsetBeforeEffect();
    }

    /** Believes the log alone: it sends the transactions that it is told of, and never looks at the table. */
    static Kind logWithoutTheTable() {
        return Kind.TAILING.seeing(outbox -> new Decorated(outbox) {
            @Override
            public UnsentRows.Picture picture(Set<String> except, int limit) throws SQLException {
                UnsentRows.Picture seen = super.picture(except, limit);
                return new UnsentRows.Picture(List.of(), true, seen.snapshot(), new HashSet<>(), new HashSet<>());
            }
        });
    }

    private static Function<SimulatedOutbox, LeasedOutbox> with(Consumer<SimulatedOutbox> bug) {
        return outbox -> {
            bug.accept(outbox);
            return outbox;
        };
    }

    /** How a sink sends what it should hand to another. */
    @FunctionalInterface
    private interface Sending {
        void send(TransactionalSink inner, List<EncodedMessage> batch);
    }

    private static TransactionalSink sink(TransactionalSink inner, Sending sending) {
        return new TransactionalSink() {
            @Override
            public void send(List<EncodedMessage> batch) {
                sending.send(inner, batch);
            }

            @Override
            public void close() {
                inner.close();
            }
        };
    }

    private static class Decorated implements LeasedOutbox {
        private final LeasedOutbox outbox;

        Decorated(LeasedOutbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public OptionalLong acquire() throws SQLException {
            return outbox.acquire();
        }

        @Override
        public void renew(long epoch) throws SQLException {
            outbox.renew(epoch);
        }

        @Override
        public void release(long epoch) throws SQLException {
            outbox.release(epoch);
        }

        @Override
        public UnsentRows.Waiting unsent(Set<String> except, Collection<Long> inFlight, int limit) throws SQLException {
            return outbox.unsent(except, inFlight, limit);
        }

        @Override
        public Set<String> others() throws SQLException {
            return outbox.others();
        }

        @Override
        public UnsentRows.Picture picture(Set<String> except, int limit) throws SQLException {
            return outbox.picture(except, limit);
        }

        @Override
        public UnsentRows.Glance glance(long epoch, Set<String> except) throws SQLException {
            return outbox.glance(epoch, except);
        }

        @Override
        public long transaction(long epoch) throws SQLException {
            return outbox.transaction(epoch);
        }

        @Override
        public Set<Long> settle(long epoch, Collection<Long> sent, Map<Long, String> refused) throws SQLException {
            return outbox.settle(epoch, sent, refused);
        }
    }
}
