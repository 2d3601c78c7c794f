package io.tidings.messaging.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A term in which rows are learned of from the database's log. First {@link #drain} sends what stands in the table, and says
 * which transactions that were; the rows of all others come from the log, and go to {@link #relay}. For relays; safe for use by
 * several threads.
 */
public final class RelayTail {
    private final RelayTerm term;
    private final Set<OutboxRow.Line> held = new HashSet<>();
    private final Set<Long> barred = new HashSet<>();
    private List<OutboxRow> undeleted = new ArrayList<>();

    public RelayTail(RelayTerm term) {
        this.term = term;
    }

    /**
     * Sends all that may be sent, until nothing is left.
     *
     * @return PostgreSQL's {@code pg_current_snapshot()} of the moment at which nothing was left: rows of transactions that are
     *     visible in it are done or held back, and are not to be sent again
     */
    public synchronized String drain() throws SQLException {
        while (true) {
            List<OutboxRow> rows = term.unsent();
            if (!rows.isEmpty()) {
                term.relay(rows);
                continue;
            }
            OutboxTable.Emptiness empty = term.inLease(term::emptiness);
            if (empty.snapshot() != null) {
                held.addAll(empty.held());
                barred.addAll(empty.barred());
                return empty.snapshot();
            }
        }
    }

    /**
     * Sends rows in order and deletes them, as {@link RelayTerm#relay}. A key that was held back once stays so for the term,
     * with its rows in the table.
     */
    public synchronized void relay(List<OutboxRow> rows) throws SQLException {
        Delivery delivery = term.deliver(rows, held);
        delivery.refused().keySet().forEach(row -> {
            barred.add(row.id());
            OutboxRow.Line line = row.line();
            if (line != null) {
                held.add(line);
            }
        });
        // The log tells of a commit a moment before other sessions see it: what is not there yet is deleted later.
        undeleted.addAll(term.settle(delivery));
    }

    /**
     * Gives a sign of life if one is due.
     *
     * @return false if a barred message was released, or it is time to look again for a topic that did not exist: then the
     *     table has to be drained again, in a new term
     */
    public synchronized boolean keep() throws SQLException {
        if (!term.keep()) {
            return true;
        }
        List<OutboxRow> late = undeleted;
        undeleted = new ArrayList<>();
        return term.inLease(connection -> {
            OutboxTable.delete(connection, late);
            return term.emptiness(connection).barred().containsAll(barred) && !term.missingForLong();
        });
    }
}
