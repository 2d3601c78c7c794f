package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A term in which rows are learned of from the database's log. First {@link #drain} sends what stands in the table; of what the
 * log tells, {@link #relay} leaves out the transactions that were visible then. {@link #keep} looks at the table again, so that
 * no row in it waits for a log that says nothing of it, or not yet. For relays; safe for use by several threads.
 *
 * <p>Whatever throws ends the term: until a next {@code drain}, {@code relay} refuses to send, since it might overtake.
 */
public final class RelayTail {
    private final RelayTerm term;
    /** Rows of transactions that it sees were sent from the table, or wait there. Null while that is not so. */
    private @Nullable Visible done;

    /**
     * Transactions before this one may be missing in the log. A slot that is new tells nothing of what was written to the log
     * before it, and PostgreSQL lets a transaction be seen a while after that; with synchronous replication, a long while. So
     * one that began before the first look may be in neither. Null before that look.
     */
    private @Nullable Long toldFrom;
    /** Whether those are over, and were seen when the table was drained. */
    private boolean complete;

    private Set<Long> barred = Set.of();
    private Set<OutboxRow.Line> held = Set.of();
    /** Sent before it could be seen: the log tells of a commit a moment before the table shows it. */
    private final Map<Long, LoggedRow> undeleted = new LinkedHashMap<>();
    /** Refused before it could be seen. */
    private final Map<Long, LoggedRow> unbarred = new LinkedHashMap<>();
    /** The first row that could be sent when the table was looked at last. */
    private @Nullable Long waiting;

    public RelayTail(RelayTerm term) {
        this.term = term;
    }

    /** Sends all that stands in the table and may be sent. To be called before anything is relayed. */
    public synchronized void drain() throws SQLException {
        done = null;
        long from = toldFrom == null ? term.transaction() : toldFrom;
        toldFrom = from;
        UnsentRows.Picture picture;
        do {
            deleteSent();
            picture = term.picture();
            List<OutboxRow> rows = picture.rows().stream()
                    .filter(row -> !undeleted.containsKey(row.id()))
                    .toList();
            Delivery delivery = term.deliver(rows, Set.of());
            term.settle(delivery);
            barred = new HashSet<>(picture.barred());
            held = new HashSet<>(picture.held());
            delivery.refused().keySet().forEach(this::hold);
        } while (!picture.all());
        Visible visible = Visible.in(picture.snapshot());
        unbarred.values().removeIf(row -> visible.sees(row.transaction()));
        unbarred.values().forEach(row -> hold(row.row()));
        waiting = null;
        complete = visible.seesAllBefore(from);
        done = visible;
    }

    private void hold(OutboxRow row) {
        barred.add(row.id());
        OutboxRow.Line line = row.line();
        if (line != null) {
            held.add(line);
        }
    }

    /** Forgets what is not there though its transaction was visible: somebody else has deleted it. */
    private void deleteSent() throws SQLException {
        if (undeleted.isEmpty()) {
            return;
        }
        Set<Long> deleted = term.delete(undeleted.keySet());
        undeleted.keySet().removeAll(deleted);
        Visible visible = done;
        if (visible != null) {
            undeleted.values().removeIf(row -> visible.sees(row.transaction()));
        }
    }

    /**
     * Sends rows in order and deletes them, as {@link RelayTerm#relay}. The keys that are held back, and topics that do not
     * exist, keep their rows in the table. While a transaction runs that the log may lack, the
     * table is drained before.
     */
    public synchronized void relay(List<LoggedRow> logged) throws SQLException {
        if (done == null) {
            throw new IllegalStateException("The table was not drained, or what was sent after that failed");
        }
        if (!complete) {
            // What the log may lack comes first: those behind it on its keys began when it could be seen.
            drain();
        }
        Visible visible = Objects.requireNonNull(done);
        List<LoggedRow> fresh =
                logged.stream().filter(row -> !visible.sees(row.transaction())).toList();
        if (fresh.isEmpty()) {
            return;
        }
        done = null;
        Delivery delivery = term.deliver(fresh.stream().map(LoggedRow::row).toList(), held);
        Set<Long> settled = term.settle(delivery);
        delivery.refused().keySet().forEach(this::hold);
        note(fresh, delivery, settled);
        done = visible;
    }

    private void note(List<LoggedRow> rows, Delivery delivery, Set<Long> settled) {
        Set<Long> sent = new HashSet<>();
        delivery.sent().forEach(row -> sent.add(row.id()));
        Set<Long> refused = new HashSet<>();
        delivery.refused().keySet().forEach(row -> refused.add(row.id()));
        for (LoggedRow row : rows) {
            long id = row.row().id();
            if (!settled.contains(id) && sent.contains(id)) {
                undeleted.put(id, row);
            } else if (!settled.contains(id) && refused.contains(id)) {
                unbarred.put(id, row);
            }
        }
    }

    /**
     * Gives a sign of life and looks at the table. It is drained if a message was barred or released, if it is time to look
     * again for a topic that did not exist, or if a message waits there since the last look. To be called more often than three
     * times in a lease, however busy the log is.
     */
    public synchronized void keep() throws SQLException {
        deleteSent();
        UnsentRows.Glance glance = term.glance();
        boolean waits = glance.oldest() != null && Objects.equals(glance.oldest(), waiting);
        waiting = glance.oldest();
        if (waits || !glance.barred().equals(barred) || term.missingForLong()) {
            drain();
        }
    }

    /** Deletes what was sent, as far as it can be seen: at the end, after which nothing more is relayed. */
    public synchronized void finish() throws SQLException {
        deleteSent();
        done = null;
    }
}
