package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import io.tidings.messaging.jdbc.outbox.UnsentRows;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a relay and a receiver know of a database: transactions that commit late, locks on accounts, ids that are drawn when a row
 * is written, a log in the order of commits, and the row of a lease. As PostgreSQL, the log tells of a commit a moment before
 * anybody can see it.
 */
final class SimulatedDatabase {
    /** What was wrong is not looked at; one for all, since their stacks would take most of the time. */
    static final class Away extends SQLException {
        private static final long serialVersionUID = 1L;

        Away() {
            super("away", "08006");
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
            return this;
        }
    }

    /** A writer's transaction. */
    static final class Transaction {
        final long id;
        final List<Row> rows = new ArrayList<>();
        final Map<String, Integer> versions = new HashMap<>();
        boolean logged;
        boolean visible;

        Transaction(long id) {
            this.id = id;
        }
    }

    /** A row of the outbox. */
    static final class Row {
        final long id;
        final EncodedMessage message;
        final Transaction transaction;
        /** Address and key; null without a key. */
        final @Nullable String line;

        @Nullable String barred;

        Row(long id, EncodedMessage message, Transaction transaction, @Nullable String key) {
            this.id = id;
            this.message = message;
            this.transaction = transaction;
            this.line = key == null ? null : message.address() + "/" + key;
        }
    }

    private final SimulatedWorld world;
    private final boolean idsDrawnAhead;
    private final TreeMap<Long, Row> outbox = new TreeMap<>();
    private final Map<String, Integer> accounts = new HashMap<>();
    private final Map<String, Transaction> locks = new HashMap<>();
    private final TreeSet<Long> running = new TreeSet<>();
    private final Map<Object, List<Long>> drawn = new HashMap<>();
    /** In the order of commits. */
    final List<Transaction> log = new ArrayList<>();
    /** How far the log may be discarded. */
    int slot;

    /** What receivers remember. */
    final Set<String> inbox = new HashSet<>();

    /** What open transactions of theirs will have remembered. */
    final Set<String> inboxLocks = new HashSet<>();

    /** For relays that believe in one. */
    final long[] cursor = new long[1];

    final Lease lease = new Lease();
    private long lastId;
    private long nextTransaction;
    private long lastEnded;

    SimulatedDatabase(SimulatedWorld world, boolean idsDrawnAhead) {
        this.world = world;
        this.idsDrawnAhead = idsDrawnAhead;
        long[] beginnings = {3, (1L << 31) - 4, (1L << 32) - 4};
        this.nextTransaction = beginnings[world.random.nextInt(beginnings.length)];
        this.lastEnded = nextTransaction - 1;
    }

    Transaction begin() {
        Transaction transaction = new Transaction(nextTransaction++);
        running.add(transaction.id);
        return transaction;
    }

    /** The account's next version; null while another transaction has changed it. */
    @Nullable Integer change(Transaction transaction, String account) {
        Transaction holder = locks.putIfAbsent(account, transaction);
        if (holder != null && holder != transaction) {
            return null;
        }
        return transaction.versions.merge(account, accounts.getOrDefault(account, 0) + 1, (own, next) -> own + 1);
    }

    /** Writes a row, which draws its id. */
    Row insert(Object session, Transaction transaction, String text, String address, @Nullable String key) {
        long id = nextId(session);
        byte[] keyBytes = key == null ? null : key.getBytes(StandardCharsets.UTF_8);
        Row row = new Row(id, new EncodedMessage(text, address, keyBytes, new byte[0], List.of()), transaction, key);
        outbox.put(id, row);
        transaction.rows.add(row);
        return row;
    }

    private long nextId(Object session) {
        if (!idsDrawnAhead) {
            return ++lastId;
        }
        List<Long> ahead = drawn.computeIfAbsent(session, each -> new ArrayList<>());
        if (ahead.isEmpty()) {
            for (int i = 0; i < 4; i++) {
                ahead.add(++lastId);
            }
        }
        return ahead.remove(0);
    }

    /** It is durable, and the log tells of it; nobody sees it yet. */
    void log(Transaction transaction) {
        transaction.logged = true;
        transaction.rows.forEach(world.promises::committed);
        log.add(transaction);
    }

    void show(Transaction transaction) {
        transaction.visible = true;
        accounts.putAll(transaction.versions);
        end(transaction);
    }

    void rollBack(Transaction transaction) {
        transaction.rows.forEach(row -> outbox.remove(row.id));
        end(transaction);
    }

    private void end(Transaction transaction) {
        running.remove(transaction.id);
        lastEnded = Math.max(lastEnded, transaction.id);
        locks.values().removeIf(holder -> holder == transaction);
    }

    /** What may be sent now. */
    List<OutboxRow> unsent(
            Set<String> except, Collection<Long> inFlight, int limit, boolean barredHoldBack, boolean byTransaction) {
        List<OutboxRow> rows = new ArrayList<>();
        Set<String> held = new HashSet<>();
        Collection<Row> all = outbox.values();
        if (byTransaction) {
            all = new ArrayList<>(all);
            ((List<Row>) all).sort(Comparator.comparingLong(row -> row.transaction.id));
        }
        for (Row row : all) {
            if (rows.size() == limit) {
                break;
            }
            if (!row.transaction.visible || inFlight.contains(row.id)) {
                continue;
            }
            if (row.barred != null) {
                if (row.line != null && barredHoldBack) {
                    held.add(row.line);
                }
            } else if (!except.contains(row.message.address()) && !held.contains(row.line)) {
                rows.add(new OutboxRow(row.id, row.message));
            }
        }
        return rows;
    }

    UnsentRows.Picture picture(Set<String> except, int limit) {
        List<OutboxRow> rows = unsent(except, List.of(), limit, true, false);
        Set<Long> barred = new HashSet<>();
        Set<OutboxRow.Line> held = new HashSet<>();
        for (Row row : outbox.values()) {
            if (row.transaction.visible && row.barred != null) {
                barred.add(row.id);
                OutboxRow.Line line = new OutboxRow(row.id, row.message).line();
                if (line != null) {
                    held.add(line);
                }
            }
        }
        return new UnsentRows.Picture(rows, rows.size() < limit, snapshot(), barred, held);
    }

    private String snapshot() {
        StringBuilder text = new StringBuilder();
        // As PostgreSQL: those that began after the last one ended are not named.
        long next = lastEnded + 1;
        text.append(running.isEmpty() ? next : Math.min(next, running.first()));
        text.append(':').append(next).append(':');
        String separator = "";
        for (long id : running.headSet(next)) {
            text.append(separator).append(id);
            separator = ",";
        }
        return text.toString();
    }

    UnsentRows.Glance glance(Set<String> except) {
        List<OutboxRow> first = unsent(except, List.of(), 1, true, false);
        Set<Long> barred = new HashSet<>();
        outbox.values().stream()
                .filter(row -> row.transaction.visible && row.barred != null)
                .forEach(row -> barred.add(row.id));
        return new UnsentRows.Glance(first.isEmpty() ? null : first.get(0).id(), barred);
    }

    /** A transaction that is over at once. */
    long transaction() {
        lastEnded = nextTransaction++;
        return lastEnded;
    }

    boolean delete(long id) {
        Row row = outbox.get(id);
        if (row == null || !row.transaction.visible) {
            return false;
        }
        outbox.remove(id);
        world.promises.takenOut(row.message);
        return true;
    }

    boolean bar(long id, String reason) {
        Row row = outbox.get(id);
        if (row == null || !row.transaction.visible) {
            return false;
        }
        row.barred = reason;
        return true;
    }

    /** Has barred rows tried again. */
    void release() {
        outbox.values().forEach(row -> row.barred = null);
    }

    /** The transactions that are not over. */
    Set<Long> running() {
        return new HashSet<>(running);
    }

    int size() {
        return outbox.size() + running.size();
    }

    boolean isQuiet() {
        return outbox.isEmpty() && running.isEmpty();
    }

    /** Who leads. One transaction at a time can change it. */
    static final class Lease {
        private String owner = "";
        private long epoch;
        private long expires = -1;
        /** Holds back everybody else. */
        @Nullable Object lockedBy;

        OptionalLong acquire(String candidate, long now) throws SQLException {
            check();
            if (expires >= now && !owner.equals(candidate)) {
                return OptionalLong.empty();
            }
            owner = candidate;
            expires = now + SimulatedWorld.LEASE;
            return OptionalLong.of(++epoch);
        }

        /** Whoever cannot wait any longer gives up. */
        void check() throws SQLException {
            if (lockedBy != null) {
                throw new Away();
            }
        }

        boolean isHeldBy(String candidate, long itsEpoch) {
            return owner.equals(candidate) && epoch == itsEpoch;
        }

        void prolong(long until) {
            expires = until;
        }
    }
}
