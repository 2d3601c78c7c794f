package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MissingTopicException;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransactionalSink;
import io.tidings.messaging.jdbc.outbox.OutboxRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sends rows in order. The broker takes a batch as a whole or not at all, and does not say which message it refuses: a refused
 * batch is halved until the culprit stands alone. Its key is barred from then on, so that nothing overtakes it; the other keys
 * flow.
 */
final class Delivery {
    private final TransactionalSink sink;
    private final Set<OutboxRow.Line> held;
    private final Set<String> missing;
    private final long began = System.nanoTime();
    private final List<OutboxRow> sent = new ArrayList<>();
    private final Map<OutboxRow, String> refused = new LinkedHashMap<>();
    private boolean complete = true;

    /**
     * A delivery of nothing yet.
     *
     * @param held keys that wait behind a message refused before
     * @param missing addresses that were found not to exist
     */
    Delivery(TransactionalSink sink, Set<OutboxRow.Line> held, Set<String> missing) {
        this.sink = sink;
        this.missing = new HashSet<>(missing);
        this.held = new HashSet<>(held);
    }

    void deliver(List<OutboxRow> rows) {
        List<OutboxRow> free = rows.stream().filter(this::mayGo).toList();
        complete &= free.size() == rows.size();
        if (free.isEmpty()) {
            return;
        }
        List<EncodedMessage> batch = free.stream().map(OutboxRow::message).toList();
        try {
            sink.send(batch);
            sent.addAll(free);
        } catch (MissingTopicException e) {
            if (!missing.add(e.topic())) {
                throw e;
            }
            deliver(free);
        } catch (PoisonMessageException e) {
            if (free.size() == 1) {
                refuse(free.get(0), String.valueOf(e.getMessage()));
            } else {
                int middle = free.size() / 2;
                deliver(free.subList(0, middle));
                deliver(free.subList(middle, free.size()));
            }
        }
    }

    private boolean mayGo(OutboxRow row) {
        OutboxRow.Line line = row.line();
        if (missing.contains(row.message().address()) || (line != null && held.contains(line))) {
            return false;
        }
        String defect = row.defect();
        if (defect != null) {
            refuse(row, defect);
        }
        return defect == null;
    }

    private void refuse(OutboxRow row, String reason) {
        complete = false;
        refused.put(row, reason);
        OutboxRow.Line line = row.line();
        if (line != null) {
            held.add(line);
        }
    }

    /** In nanoseconds. */
    long began() {
        return began;
    }

    /** Whether all of it was sent. */
    boolean complete() {
        return complete;
    }

    List<OutboxRow> sent() {
        return sent;
    }

    /** Addresses that do not exist: what goes there waits, since somebody may create them. The others flow. */
    Set<String> missing() {
        return missing;
    }

    /** What can never be sent, and why. */
    Map<OutboxRow, String> refused() {
        return refused;
    }
}
