package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.Tables;
import io.tidings.messaging.jdbc.Transaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Resequencer: handles each version of a key after the one before it, whatever the order in which they come. For messages that
 * each tell a step. What comes too early is held in the database, as it came, and handled in the transaction that closes the gap;
 * what is as old as something handled is passed over. Made by {@link SequenceGuard#inOrder}. Safe for use by several threads.
 *
 * <p>A held message that fails when its turn has come is not the trouble of the one that closed the gap: it stays, with the reason,
 * those behind it wait, and it is tried again with the next message of its key, and by {@link #goOn}.
 *
 * @param <K> the key in Java
 */
public final class Resequencer<K> {

    private static final Logger LOG = LoggerFactory.getLogger(Resequencer.class);

    private final SequenceGuard guard;
    private final MessageCodec codec;
    private final SubscriptionSpec<K> spec;
    private final long first;
    private final LongAdder held;
    private final LongAdder skipped;

    Resequencer(SequenceGuard guard, MessageCodec codec, SubscriptionSpec<K> spec) {
        this(guard, codec, spec, 1, new LongAdder(), new LongAdder());
    }

    private Resequencer(
            SequenceGuard guard,
            MessageCodec codec,
            SubscriptionSpec<K> spec,
            long first,
            LongAdder held,
            LongAdder skipped) {
        this.guard = guard;
        this.codec = codec;
        this.spec = spec;
        this.first = first;
        this.held = held;
        this.skipped = skipped;
    }

    /** The same, for keys whose first version is another than 1. */
    public Resequencer<K> beginningWith(long version) {
        return new Resequencer<>(guard, codec, spec, version, held, skipped);
    }

    /**
     * Handles versions in turn. To be used inside {@link JdbcIdempotentReceiver#inTransaction} or {@link
     * JdbcIdempotentReceiver#inBatches}.
     *
     * @param handlerIn makes the handler for a connection
     */
    public Function<Connection, MessageHandler<K>> handling(
            Function<Connection, ? extends MessageHandler<K>> handlerIn) {
        return transaction -> {
            InTurn inTurn = new InTurn(transaction, handlerIn.apply(transaction));
            return new MessageHandler<>() {
                @Override
                public void handle(Received<K, ?> message) throws Exception {
                    inTurn.take(message);
                }

                @Override
                public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
                    inTurn.handler.givenUp(message, failure);
                }
            };
        };
    }

    /**
     * Goes on where a gap has not closed for longer than that: what is held is handled as if what is missing had come, and what
     * is missing is passed over should it still come. Tries those again that failed when their turn had come, too. To be called
     * now and then; harmless when several instances do it at once.
     *
     * @return how many keys were looked at
     * @throws Exception as the handler of a message that asks to be tried again later
     */
    public int goOn(DataSource database, Duration longer, Function<Connection, ? extends MessageHandler<K>> handlerIn)
            throws Exception {
        List<HeldTable.Waiting> waiting = Transaction.<List<HeldTable.Waiting>, SQLException>run(
                database, connection -> HeldTable.waiting(connection, guard.consumer(), longer));
        for (HeldTable.Waiting line : waiting) {
            long unused = HandlerTransaction.run(
                    database,
                    "Going on with " + line.line(),
                    transaction -> new InTurn(transaction, handlerIn.apply(transaction)).goOn(line));
        }
        return waiting.size();
    }

    /** How many messages came before their turn, since this was made. */
    public long held() {
        return held.sum();
    }

    /** How many versions were not waited for any longer. */
    public long skipped() {
        return skipped.sum();
    }

    /** In one transaction. */
    private final class InTurn {

        private final Connection transaction;
        private final MessageHandler<K> handler;

        /** Whether what was handled last was a delete. */
        private boolean gone;

        InTurn(Connection transaction, MessageHandler<K> handler) {
            this.transaction = transaction;
            this.handler = handler;
        }

        void take(Received<K, ?> message) throws Exception {
            SequenceTable.Line line = guard.line(message);
            SequenceTable.State state = guard.state(message);
            long known = SequenceTable.lockOne(transaction, guard.consumer(), line, first - 1);
            guard.count(1, state.version() > known ? 1 : 0);
            if (state.version() == known + 1) {
                handler.handle(message);
                gone = state.gone();
                reach(line, known, release(line, state.version()));
            } else if (state.version() > known) {
                hold(line, state.version(), message);
                reach(line, known, release(line, known));
            }
        }

        private void hold(SequenceTable.Line line, long version, Received<K, ?> message) throws SQLException {
            EncodedMessage encoded = message.encoded();
            if (encoded == null) {
                throw new IllegalStateException(
                        "The transport does not say how this message was encoded, so it cannot be held");
            }
            if (HeldTable.hold(transaction, guard.consumer(), line, version, encoded, message.origin())) {
                held.increment();
            }
        }

        /** Handles what is held and next, one after the other; returns the last version that is handled. */
        private long release(SequenceTable.Line line, long known) throws Exception {
            long at = known;
            HeldTable.Held next =
                    HeldTable.at(transaction, guard.consumer(), line, at + 1).orElse(null);
            while (next != null && handled(line, at + 1, next)) {
                at++;
                next = HeldTable.at(transaction, guard.consumer(), line, at + 1).orElse(null);
            }
            return at;
        }

        private boolean handled(SequenceTable.Line line, long version, HeldTable.Held next) throws Exception {
            Savepoint before = transaction.setSavepoint();
            try {
                handler.handle(codec.decode(spec.channel(), spec.messages(), next.message(), next.origin()));
                transaction.releaseSavepoint(before);
                gone = next.message().value() == null;
                return true;
            } catch (Exception e) {
                if (FailureKind.of(e) == FailureKind.TRANSIENT) {
                    throw e;
                }
                transaction.rollback(before);
                HeldTable.failed(transaction, guard.consumer(), line, version, e.toString());
                LOG.error("Version {} of {} was held, and fails now that its turn has come", version, line, e);
                return false;
            }
        }

        private void reach(SequenceTable.Line line, long known, long at) throws SQLException {
            if (at > known) {
                boolean unused =
                        SequenceTable.raise(transaction, guard.consumer(), line, new SequenceTable.State(at, gone));
                HeldTable.release(transaction, guard.consumer(), line, at);
            }
        }

        long goOn(HeldTable.Waiting waiting) throws Exception {
            SequenceTable.Line line = waiting.line();
            long known = SequenceTable.lockOne(transaction, guard.consumer(), line, first - 1);
            OptionalLong next = HeldTable.first(transaction, guard.consumer(), line);
            long from = known;
            if (next.isPresent() && next.getAsLong() > known + 1 && waiting.overdue()) {
                from = next.getAsLong() - 1;
                skipped.add(from - known);
                LOG.warn("Versions {} to {} of {} have not come: going on without", known + 1, from, line);
            }
            long at = release(line, from);
            reach(line, known, at);
            return at;
        }
    }

    /** Creates the tables of guard and resequencer where they are missing, as {@link JdbcIdempotentReceiver#createTables} does. */
    public static void createTables(Connection connection) {
        Tables.create(connection, ddl());
    }

    /**
     * Compares the tables of guard and resequencer with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, ddl());
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return SequenceTable.DDL + HeldTable.DDL;
    }
}
