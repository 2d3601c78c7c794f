package io.tidings.messaging.jdbc.inbox;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.Retention;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.HandlerTransaction;
import io.tidings.messaging.jdbc.SqlFailures;
import io.tidings.messaging.jdbc.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Applies each message once, however often it is delivered: that it was received is written in the transaction of its effect.
 * Immutable, safe for use by several threads.
 *
 * <p>A message is known by its source and id. What has arrived is remembered for ever, unless the receiver is told for how long
 * ({@link #keepingFor}).
 *
 * <p>A handler works in the receiver's transaction: it must not commit, roll back or close the connection, nor let it commit by
 * itself, and calls that try throw an {@link IllegalStateException}. Savepoints are its own. A failure of the database that it
 * swallows fails the message all the same.
 */
public final class JdbcIdempotentReceiver {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final DataSource database;
    private final String consumer;
    private final Duration longestWait;
    private final InboxMemory memory;
    private final @Nullable InboxPurge purge;

    /**
     * A receiver that keeps its memory in this database.
     *
     * @param consumer who receives: each consumer applies a message once. Commonly the consumer group; up to 800 bytes in UTF-8
     */
    public JdbcIdempotentReceiver(DataSource database, String consumer) {
        this(database, consumer, LONGEST_WAIT, InboxMemory.FOR_EVER);
        if (consumer.getBytes(StandardCharsets.UTF_8).length > InboxKey.LONGEST) {
            throw new IllegalArgumentException(
                    "The name of a receiver has at most " + InboxKey.LONGEST + " bytes: " + consumer);
        }
    }

    private JdbcIdempotentReceiver(DataSource database, String consumer, Duration longestWait, InboxMemory memory) {
        this.database = database;
        this.consumer = consumer;
        this.longestWait = longestWait;
        this.memory = memory;
        Duration length = memory.length();
        this.purge = length == null ? null : new InboxPurge(database, InboxTable::purge, consumer, length);
    }

    /**
     * The same, but what was received longer ago than that, by the database's clock, is forgotten: by and by, in small
     * transactions of a thread beside, while messages come. Several instances may do that at once.
     *
     * <p>What may be delivered again must be remembered. When a handler is subscribed, the receiver compares this with what the
     * channel and the group's dead letters keep, and warns with the numbers where they keep more.
     */
    public JdbcIdempotentReceiver keepingFor(Duration length) {
        return remembering(length, false);
    }

    /** The same, but where channel or dead letters keep more, the subscription fails with a {@link ShortMemoryException}. */
    public JdbcIdempotentReceiver keepingStrictlyFor(Duration length) {
        return remembering(length, true);
    }

    private JdbcIdempotentReceiver remembering(Duration length, boolean strict) {
        if (length.isNegative() || length.isZero()) {
            throw new IllegalArgumentException("A receiver that remembers nothing applies everything twice: " + length);
        }
        return new JdbcIdempotentReceiver(database, consumer, longestWait, new InboxMemory(length, strict));
    }

    /**
     * The same, but a delivery waits no longer than that for another one of the same message that is just being handled (10 s
     * otherwise, or the database's {@code lock_timeout} where one is set); then it fails as transient, and is tried again.
     */
    public JdbcIdempotentReceiver waitingFor(Duration longest) {
        if (longest.toMillis() < 1) {
            throw new IllegalArgumentException("Wait for at least a millisecond: " + longest);
        }
        return new JdbcIdempotentReceiver(database, consumer, longest, memory);
    }

    /**
     * A handler that opens a transaction for each message, remembers the message, lets the given handler do its work on the
     * same connection, and commits. A message that was received before is done without it. Whatever the handler throws rolls
     * everything back and is thrown on; if the reason is that the database is away, or asks to repeat the transaction, it is
     * thrown on inside a {@link TransientMessagingException}.
     *
     * <p>Two deliveries at once: the second waits for the end of the first.
     *
     * @param handlerIn makes the handler for a connection
     */
    public <K> MessageHandler<K> inTransaction(Function<Connection, ? extends MessageHandler<K>> handlerIn) {
        return new Once<>(handlerIn);
    }

    /**
     * The same for as many messages as wait, in one transaction: one commit for all, which is what a message costs most. The
     * given handler gets those that were not received before: all at once if it is a {@link BatchHandler}, else one after the
     * other; in the order of their partition in either case. It is not called where none is left.
     *
     * <p>If the transaction fails for good, it is repeated in parts until the message to blame stands alone: no effect is doubled,
     * and only that one's key is parked.
     *
     * @param handlerIn makes the handler for a connection
     */
    public <K> BatchHandler<K> inBatches(Function<Connection, ? extends MessageHandler<K>> handlerIn) {
        return new AllOnce<>(handlerIn);
    }

    private class Once<K> implements MessageHandler<K> {

        final Function<Connection, ? extends MessageHandler<K>> handlerIn;

        Once(Function<Connection, ? extends MessageHandler<K>> handlerIn) {
            this.handlerIn = handlerIn;
        }

        @Override
        public void handle(Received<K, ?> message) throws Exception {
            once(List.of(message), "message " + message.metadata().id(), handlerIn);
        }

        /** Not remembered: it is still to be handled, when somebody replays it. */
        @Override
        public void givenUp(Received<K, ?> message, Throwable failure) throws Exception {
            String what = "message " + message.metadata().id();
            boolean unused = HandlerTransaction.run(database, "Giving up " + what, transaction -> {
                handlerIn.apply(transaction).givenUp(message, failure);
                return true;
            });
        }

        @Override
        public void subscribing(SubscriptionSpec<K> spec, Supplier<Retention> retention) {
            if (memory.length() != null) {
                memory.check(consumer, spec, retention.get());
            }
        }
    }

    private final class AllOnce<K> extends Once<K> implements BatchHandler<K> {

        AllOnce(Function<Connection, ? extends MessageHandler<K>> handlerIn) {
            super(handlerIn);
        }

        @Override
        public void handle(Received<K, ?> message) throws Exception {
            super.handle(message);
        }

        @Override
        public void handleAll(List<Received<K, ?>> batch) throws Exception {
            once(
                    batch,
                    batch.size() + " messages from " + batch.get(0).metadata().id(),
                    handlerIn);
        }
    }

    private <K> void once(
            List<Received<K, ?>> batch, String what, Function<Connection, ? extends MessageHandler<K>> handlerIn)
            throws Exception {
        // A message may be there twice: the second is a delivery that was made before.
        Map<InboxKey, Received<K, ?>> messages = new LinkedHashMap<>();
        batch.forEach(message -> messages.putIfAbsent(InboxKey.of(message.metadata()), message));
        int unused = HandlerTransaction.run(database, "Handling " + what, transaction -> {
            InboxTable.Inserted fresh = remember(transaction, what, messages);
            if (!fresh.keys().isEmpty()) {
                List<Received<K, ?>> first = new ArrayList<>(fresh.keys().size());
                messages.forEach((key, message) -> {
                    if (fresh.keys().contains(key)) {
                        first.add(message);
                    }
                });
                handle(handlerIn.apply(transaction), first);
                HandlerTransaction.refuseAnotherTransaction(transaction, what, fresh.transaction());
            }
            return fresh.keys().size();
        });
        if (purge != null) {
            purge.look();
        }
    }

    private static <K> void handle(MessageHandler<K> handler, List<Received<K, ?>> messages) throws Exception {
        if (handler instanceof BatchHandler<K> several) {
            several.handleAll(messages);
        } else {
            for (Received<K, ?> message : messages) {
                handler.handle(message);
            }
        }
    }

    private InboxTable.Inserted remember(Connection transaction, String what, Map<InboxKey, ?> messages) {
        try {
            return InboxTable.insert(transaction, consumer, messages.keySet(), longestWait);
        } catch (SQLException e) {
            throw SqlFailures.translate("Remembering " + what, e);
        }
    }

    /**
     * Forgets what this consumer received longer ago than that, by the database's clock.
     *
     * @return how many messages
     * @throws TransientMessagingException if the database is away; what was forgotten before stays so
     */
    public long purge(Duration retention) {
        try {
            return new InboxPurge(database, InboxTable::purge, consumer, retention).purge();
        } catch (SQLException e) {
            throw SqlFailures.translate("Purging the inbox of " + consumer, e);
        }
    }

    /**
     * Creates the receiver's table where it is missing; harmless when several instances do it at once. On a connection that
     * commits by itself this is a transaction of its own, else it is part of the caller's.
     */
    public static void createTables(Connection connection) {
        Tables.create(connection, InboxTable.DDL);
    }

    /**
     * Compares the tables with what this version needs. Changes nothing.
     *
     * @throws io.tidings.messaging.jdbc.layout.LayoutMismatchException naming all that is missing or different, and the SQL
     *     that mends it
     */
    public static void checkTables(Connection connection) {
        Tables.check(connection, InboxTable.DDL);
    }

    /** What {@link #createTables} executes, for those who apply it by hand. */
    public static String ddl() {
        return InboxTable.DDL;
    }
}
