package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.EncodedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is promised of messages, and whether it is kept:
 *
 * <ul>
 *   <li>no message of a committed transaction is lost,
 *   <li>none of a transaction that did not commit is sent,
 *   <li>messages of one line come in the order of their transactions, by first occurrence,
 *   <li>what was taken out of the outbox is never sent again, so duplicates have an end,
 *   <li>each takes effect once, and those of one line in order.
 * </ul>
 */
final class Promises {

    /** A promise was broken. */
    static final class Broken extends AssertionError {
        private static final long serialVersionUID = 1L;

        Broken(String message) {
            super(message);
        }
    }

    /** Messages of one line, and how far it was told. */
    private static final class Line {
        final List<String> committed = new ArrayList<>();
        int sent;
        int applied;
    }

    private final Map<String, Line> lineOf = new HashMap<>();
    private final Map<String, Line> lines = new HashMap<>();
    private final Set<String> unkeyed = new HashSet<>();
    private final Set<String> sent = new HashSet<>();
    private final Set<String> applied = new HashSet<>();
    private final Set<String> takenOut = new HashSet<>();

    void committed(SimulatedDatabase.Row row) {
        String id = row.message.id();
        if (row.line == null) {
            unkeyed.add(id);
        } else {
            Line line = lines.computeIfAbsent(row.line, name -> new Line());
            line.committed.add(id);
            lineOf.put(id, line);
        }
    }

    void takenOut(EncodedMessage message) {
        takenOut.add(message.id());
    }

    void sent(EncodedMessage message) {
        String id = message.id();
        Line line = lineOf.get(id);
        if (line == null && !unkeyed.contains(id)) {
            throw new Broken("Invented: " + id + " was sent, and its transaction has not committed");
        }
        if (takenOut.contains(id)) {
            throw new Broken("Sent again: " + id + " had been sent and taken out of the outbox");
        }
        if (sent.add(id) && line != null) {
            String next = line.committed.get(line.sent++);
            if (!next.equals(id)) {
                throw new Broken("Overtaken: " + id + " was sent before " + next);
            }
        }
    }

    void applied(String id) {
        if (!applied.add(id)) {
            throw new Broken("Twice: " + id + " took effect again");
        }
        Line line = lineOf.get(id);
        if (line != null) {
            String next = line.committed.get(line.applied++);
            if (!next.equals(id)) {
                throw new Broken("Overtaken: " + id + " took effect before " + next);
            }
        }
    }

    /** Grows whenever something comes about. */
    int told() {
        return sent.size() + applied.size();
    }

    boolean kept() {
        int all = lineOf.size() + unkeyed.size();
        return sent.size() == all && applied.size() == all;
    }

    /** When nothing is left to do. */
    void check() {
        Set<String> missing = new TreeSet<>(lineOf.keySet());
        missing.addAll(unkeyed);
        missing.removeAll(sent);
        if (!missing.isEmpty()) {
            throw new Broken("Lost: " + missing + " were committed, and never sent");
        }
        missing.addAll(sent);
        missing.removeAll(applied);
        if (!missing.isEmpty()) {
            throw new Broken("Lost: " + missing + " were sent, and never took effect");
        }
    }
}
