package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends batch after batch. While there is more than a batch, the database works beside the broker: it settles the last batch and
 * reads the next one while this one is sent. Used by one thread.
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

    private final RelayTerm term;
    private final Aside aside;
    private UnsentRows.@Nullable Waiting next;
    private @Nullable Delivery unsettled;

    RelayPump(RelayTerm term, Aside aside) {
        this.term = term;
        this.aside = aside;
    }

    /** A pump that does one thing after the other. */
    static RelayPump of(RelayTerm term) {
        return new RelayPump(term, new Aside() {
            @Override
            public <T> Pending<T> begin(Work<T> work) {
                return work::call;
            }
        });
    }

    /** Looks at the table once, unless it was looked at ahead, and sends what may be sent; false if that is nothing. */
    boolean step() throws SQLException {
        UnsentRows.Waiting waiting = next;
        next = null;
        if (waiting == null) {
            waiting = term.unsent(List.of(), term.except());
        }
        List<OutboxRow> rows = waiting.rows();
        if (waiting.all()) {
            return last(rows);
        }
        Delivery before = unsettled;
        unsettled = null;
        Set<String> except = term.except();
        Pending<UnsentRows.Waiting> reading = aside.begin(() -> {
            settle(before);
            return term.unsent(rows, except);
        });
        Delivery delivery;
        try {
            delivery = term.deliver(rows, Set.of());
        } catch (Throwable e) {
            endQuietly(reading, e);
            throw e;
        }
        unsettled = delivery;
        next = reading.end();
        if (!delivery.complete()) {
            next = null;
            finish();
        }
        return true;
    }

    private boolean last(List<OutboxRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            if (unsettled == null) {
                boolean unused = term.keep();
                return false;
            }
            finish();
            return true;
        }
        Delivery delivery = term.deliver(rows, Set.of());
        finish();
        settle(delivery);
        return true;
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
