package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what was overtaken from taking effect: for each consumer, source and key it knows the newest version that was handled, in
 * the handler's own transaction. For sources that reorder: several topics with one key, a topic that was filled again, a producer
 * that repeats what had failed. Safe for use by several threads.
 *
 * <p>An idempotent receiver stops the same message from taking effect twice; this stops an older one from undoing a newer one. They
 * go together: {@code receiver.inTransaction(guard.newest(transaction -> …))}.
 *
 * <p>A message without a payload is a delete. What is deleted keeps its version, so that nothing older brings it back, until
 * {@link #purgeDeleted}.
 */
public final class SequenceGuard {

    private final String consumer;
    private final Function<? super Received<?, ?>, @Nullable Long> version;
    private final Function<? super Received<?, ?>, @Nullable String> key;
    private final LongAdder applied;
    private final LongAdder stale;
    private final @Nullable InboxPurge graves;

    /**
     * A guard by the message's key and entity version ({@code ce_entityversion}).
     *
     * @param consumer whose knowledge it is; commonly the consumer group
     */
    public SequenceGuard(String consumer) {
        this(
                consumer,
                message -> message.metadata().entityVersion(),
                SequenceGuard::keyOf,
                new LongAdder(),
                new LongAdder(),
                null);
    }

    private SequenceGuard(
            String consumer,
            Function<? super Received<?, ?>, @Nullable Long> version,
            Function<? super Received<?, ?>, @Nullable String> key,
            LongAdder applied,
            LongAdder stale,
            @Nullable InboxPurge graves) {
        this.consumer = InboxKey.fitting(consumer);
        this.version = version;
        this.key = key;
        this.applied = applied;
        this.stale = stale;
        this.graves = graves;
    }

    /** The same, with the version that this says: a field of the payload, say. It grows with each change of what the key names. */
    public SequenceGuard versionedBy(Function<? super Received<?, ?>, @Nullable Long> from) {
        return new SequenceGuard(consumer, from, key, applied, stale, graves);
    }

    /** The same, with a sequence for each of what this says, in the place of the message's key. */
    public SequenceGuard keyedBy(Function<? super Received<?, ?>, @Nullable String> from) {
        return new SequenceGuard(consumer, version, from, applied, stale, graves);
    }

    /**
     * The same, and while messages come it forgets by itself the versions of what was deleted longer ago than that, as {@link
     * #purgeDeleted} does.
     *
     * @param retention at least as long as messages may be delivered: something older that comes after that brings back what was
     *     deleted
     */
    public SequenceGuard forgettingDeleted(DataSource database, Duration retention) {
        if (retention.isNegative() || retention.isZero()) {
            throw new IllegalArgumentException("What was deleted is remembered for some time, not " + retention);
        }
        InboxPurge purge = new InboxPurge(database, SequenceTable::purge, consumer, retention);
        return new SequenceGuard(consumer, version, key, applied, stale, purge);
    }

    /**
     * Handles what is newer than all that was handled of its key, and passes over the rest: for messages that each tell the whole
     * state. To be used inside {@link JdbcIdempotentReceiver#inTransaction} or {@link JdbcIdempotentReceiver#inBatches}.
     *
     * <p>A message without key or version fails as {@link PoisonMessageException}. Where another transaction handles the same key
     * at the same time, as from another topic, one waits for the other, or fails as transient and is repeated.
     *
     * @param handlerIn makes the handler for a connection
     */
    public <K> Function<Connection, BatchHandler<K>> newest(
            Function<Connection, ? extends MessageHandler<K>> handlerIn) {
        return transaction -> new Newest<>(transaction, handlerIn.apply(transaction));
    }

    /**
     * Handles each version of a key after the one before it: for messages that each tell a step. What comes too early waits in the
     * database.
     *
     * @param codec decodes what was held, as the transport decodes what arrives
     * @param spec as it is subscribed to; generated subscribers have it as {@code spec(group)}
     */
    public <K> Resequencer<K> inOrder(MessageCodec codec, SubscriptionSpec<K> spec) {
        return new Resequencer<>(this, codec, spec);
    }

    private final class Newest<K> implements BatchHandler<K> {

        private final Connection transaction;
        private final MessageHandler<K> handler;

        Newest(Connection transaction, MessageHandler<K> handler) {
            this.transaction = transaction;
            this.handler = handler;
        }

        @Override
        public void handle(Received<K, ?> message) throws Exception {
            boolean newer;
            try {
                newer = SequenceTable.raise(transaction, consumer, line(message), state(message));
            } catch (SQLException e) {
                throw SqlFailures.translate("Comparing versions", e);
            }
            count(1, newer ? 1 : 0);
            if (newer) {
                handler.handle(message);
            }
        }

        @Override
        public void handleAll(List<Received<K, ?>> batch) throws Exception {
            if (batch.size() == 1) {
                handle(batch.get(0));
                return;
            }
            List<Received<K, ?>> newer = newer(batch);
            count(batch.size(), newer.size());
            if (newer.isEmpty()) {
                return;
            }
            if (handler instanceof BatchHandler<K> several) {
                several.handleAll(newer);
            } else {
                for (Received<K, ?> message : newer) {
                    handler.handle(message);
                }
            }
        }

        private List<Received<K, ?>> newer(List<Received<K, ?>> batch) {
            try {
                List<SequenceTable.Line> lines =
                        batch.stream().map(SequenceGuard.this::line).toList();
                Map<SequenceTable.Line, Long> known = SequenceTable.lock(
                        transaction, consumer, lines.stream().distinct().toList());
                Map<SequenceTable.Line, SequenceTable.State> raised = new LinkedHashMap<>();
                List<Received<K, ?>> newer = new ArrayList<>();
                for (int i = 0; i < lines.size(); i++) {
                    SequenceTable.State state = state(batch.get(i));
                    Long before = known.get(lines.get(i));
                    if (before == null || before < state.version()) {
                        known.put(lines.get(i), state.version());
                        raised.put(lines.get(i), state);
                        newer.add(batch.get(i));
                    }
                }
                if (SequenceTable.raise(transaction, consumer, raised) < raised.size()) {
                    throw new TransientMessagingException(
                            "Another transaction has handled one of these keys for the first time just now", null);
                }
                return newer;
            } catch (SQLException e) {
                throw SqlFailures.translate("Comparing versions", e);
            }
        }

        @Override
        public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
            handler.givenUp(message, failure);
        }
    }

    /** Whose knowledge it is, as it is stored. */
    String consumer() {
        return consumer;
    }

    /** By what is handled, committed or not. */
    void count(int messages, int newer) {
        applied.add(newer);
        stale.add((long) messages - newer);
        if (graves != null) {
            graves.look();
        }
    }

    SequenceTable.Line line(Received<?, ?> message) {
        String known = key.apply(message);
        if (known == null) {
            throw new PoisonMessageException(
                    "Message " + message.metadata().id()
                            + " has no key, so nobody can tell whose version it is. Tell the"
                            + " guard with keyedBy(…) if it says so elsewhere",
                    null);
        }
        return new SequenceTable.Line(InboxKey.fitting(message.metadata().source()), InboxKey.fitting(known));
    }

    SequenceTable.State state(Received<?, ?> message) {
        Long known = version.apply(message);
        if (known == null) {
            throw new PoisonMessageException(
                    "Message " + message.metadata().id()
                            + " has no version, so nobody can tell whether it was overtaken."
                            + " Its publisher sets SendOptions.version(…) (the header ce_entityversion); tell the guard"
                            + " with versionedBy(…) if the message says it elsewhere",
                    null);
        }
        return new SequenceTable.State(known, message.payload() == null);
    }

    private static @Nullable String keyOf(Received<?, ?> message) {
        Object known = message.key();
        if (known instanceof byte[] bytes) {
            return Base64.getEncoder().encodeToString(bytes);
        }
        if (known instanceof ByteBuffer bytes) {
            return Base64.getEncoder().encodeToString(bytes(bytes));
        }
        return known == null ? null : known.toString();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }

    /** How many messages were newer, since this guard was made; those of transactions that were rolled back, too. */
    public long applied() {
        return applied.sum();
    }

    /** How many messages were passed over, since something as new or newer had been handled. */
    public long stale() {
        return stale.sum();
    }

    /**
     * Forgets the versions of what was deleted longer ago than that, by the database's clock. Something older that comes after
     * that brings it back, so keep them at least as long as messages may be delivered.
     *
     * @return how many
     * @throws TransientMessagingException if the database is away; what was forgotten before stays so
     */
    public long purgeDeleted(DataSource database, Duration retention) {
        try {
            return new InboxPurge(database, SequenceTable::purge, consumer, retention).purge();
        } catch (SQLException e) {
            throw SqlFailures.translate("Purging the versions of " + consumer, e);
        }
    }

    /** Creates the guard's table where it is missing, as {@link JdbcIdempotentReceiver#createTables} does. */
    public static void createTables(Connection connection) {
        Tables.create(connection, SequenceTable.DDL);
    }

    /**
     * Compares the guard's table with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, SequenceTable.DDL);
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return SequenceTable.DDL;
    }
}
