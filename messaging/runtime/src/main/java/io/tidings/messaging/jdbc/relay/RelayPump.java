package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends batch after batch. While messages keep coming, the database works beside the broker: it settles the last batch while this
 * one is sent, and reads the next one if there was more than a batch. Used by one thread.
 *
 * <p>Why that keeps the order: a batch is read after the one before it was, without its rows, so that it has nothing that should
 * have come before it; it is dropped, and read anew, if the one before it had a row that was refused. Batches are settled in the
 * order of sending, for otherwise a message might be sent again after one that is not.
 */
final class RelayPump {
    /** Does one thing beside another. */
    interface Aside {
        /** Begins, now or later. */
        <T> Pending<T> begin(Work<T> work);
    }

    /** What is done aside. */
    @FunctionalInterface
    interface Work<T> {
        T call() throws SQLException;
    }

    /** What was begun; to be ended, also when what was done meanwhile has failed. */
    @FunctionalInterface
    interface Pending<T> {
        /** Waits for it; throws what it threw. */
        T end() throws SQLException;
    }

    private static final UnsentRows.Waiting NOT_READ = new UnsentRows.Waiting(List.of(), true, 0);

    private final RelayTerm term;
    private final Aside aside;
    private UnsentRows.@Nullable Waiting next;
    private @Nullable Delivery unsettled;

    RelayPump(RelayTerm term, Aside aside) {
        this.term = term;
        this.aside = aside;
    }

    /** Looks at the table once, unless it was looked at ahead, and sends what may be sent; false if that is nothing. */
    boolean step() throws SQLException {
        UnsentRows.Waiting waiting = next;
        next = null;
        Delivery before = unsettled;
        if (waiting == null) {
            // What was sent is settled after that: whoever has committed meanwhile need not wait for the disk once
            // more.
            waiting = term.unsent(before == null ? List.of() : before.sent(), term.except());
        }
        List<OutboxRow> rows = waiting.rows();
        if (rows.isEmpty()) {
            return idle();
        }
        unsettled = null;
        if (before == null && waiting.all()) {
            sent(term.deliver(rows, Set.of()));
            return true;
        }
        boolean more = !waiting.all();
        Set<String> except = term.except();
        Pending<UnsentRows.Waiting> beside = aside.begin(() -> {
            settle(before);
            return more ? term.unsent(rows, except) : NOT_READ;
        });
        Delivery delivery;
        try {
            delivery = term.deliver(rows, Set.of());
        } catch (Throwable e) {
            endQuietly(beside, e);
            throw e;
        }
        unsettled = delivery;
        UnsentRows.Waiting ahead = beside.end();
        next = more ? ahead : null;
        sent(delivery);
        return true;
    }

    private boolean idle() throws SQLException {
        if (unsettled == null) {
            boolean unused = term.keep();
        } else {
            finish();
        }
        return false;
    }

    /** What comes after a batch that was not sent whole is read anew. */
    private void sent(Delivery delivery) throws SQLException {
        unsettled = delivery;
        if (!delivery.complete()) {
            next = null;
            finish();
        }
    }

    /** Settles what was sent and is not settled yet. To be called before a term is given up in peace. */
    void finish() throws SQLException {
        Delivery last = unsettled;
        unsettled = null;
        settle(last);
    }

    private void settle(@Nullable Delivery delivery) throws SQLException {
        if (delivery != null) {
            term.settle(delivery);
        }
    }

    /** The connection is in use until then. */
    private static void endQuietly(Pending<?> reading, Throwable failure) {
        try {
            Object unused = reading.end();
        } catch (SQLException | RuntimeException second) {
            failure.addSuppressed(second);
        }
    }
}
