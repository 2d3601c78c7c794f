package io.tidings.messaging.accepted;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Errands in memory, with a clock of their own and transactions that can be rolled back. One transaction at a time. */
final class MemoryRequests implements RequestStore<Errand> {
    private Map<String, Row> rows = new LinkedHashMap<>();
    private Map<String, String> correlations = new LinkedHashMap<>();
    private List<String> outbox = new ArrayList<>();
    Instant now = Instant.EPOCH;

    @SuppressWarnings("ArrayRecordComponent") // not compared
    private record Row(
            AcceptedRequest<Errand> request,
            byte[] context,
            @Nullable Instant lookAt,
            List<Done> steps) {
        Row looking(@Nullable Instant at) {
            return new Row(request, context, at, steps);
        }

        Row with(List<Done> newSteps) {
            return new Row(request, context, lookAt, newSteps);
        }
    }

    private record Done(Step step, boolean undone) {}

    /** All of it, or nothing. */
    interface Work {
        void in(RequestLedger<Errand> ledger) throws Exception;
    }

    /** Does the work, and rolls it back if it throws. */
    void transaction(Work work) throws Exception {
        Map<String, Row> before = new LinkedHashMap<>(rows);
        Map<String, String> correlationsBefore = new LinkedHashMap<>(correlations);
        List<String> outboxBefore = new ArrayList<>(outbox);
        try {
            work.in(new RequestLedger<>(Errand.LIFECYCLE, this));
        } catch (Exception e) {
            rows = before;
            correlations = correlationsBefore;
            outbox = outboxBefore;
            throw e;
        }
    }

    /** A message or another effect that belongs to the transaction. */
    void write(String message) {
        outbox.add(message);
    }

    List<String> written() {
        return List.copyOf(outbox);
    }

    Set<String> ids() {
        return new HashSet<>(rows.keySet());
    }

    boolean restless() {
        return rows.values().stream().anyMatch(row -> row.lookAt() != null);
    }

    void postpone(String id) {
        rows.computeIfPresent(id, (any, row) -> row.lookAt() == null ? row : row.looking(now.plusSeconds(1)));
    }

    @Override
    public Optional<AcceptedRequest<Errand>> insert(String id, Errand initial, Duration patience, byte[] context) {
        if (rows.containsKey(id)) {
            return Optional.empty();
        }
        Instant due = now.plus(patience);
        AcceptedRequest<Errand> request =
                new AcceptedRequest<>(id, initial, 1, now, due, null, AcceptedRequest.ACCEPTED, null);
        rows.put(id, new Row(request, context, due, List.of()));
        return Optional.of(request);
    }

    @Override
    public Optional<AcceptedRequest<Errand>> lock(String id) {
        return find(id);
    }

    @Override
    public Optional<AcceptedRequest<Errand>> find(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::request);
    }

    @Override
    public Optional<byte[]> context(String id) {
        return Optional.ofNullable(rows.get(id)).map(Row::context);
    }

    @Override
    public Optional<AcceptedRequest<Errand>> lockDue() {
        return rows.values().stream()
                .filter(row -> row.lookAt() != null && !row.lookAt().isAfter(now))
                .findFirst()
                .map(Row::request);
    }

    @Override
    public AcceptedRequest<Errand> update(String id, Move<Errand> move, boolean ends, boolean undo) {
        Row row = row(id);
        AcceptedRequest<Errand> old = row.request();
        Instant due = move.patience() == null ? old.dueAt() : now.plus(move.patience());
        AcceptedRequest<Errand> moved = new AcceptedRequest<>(
                id,
                move.to(),
                old.version() + 1,
                old.acceptedAt(),
                due,
                ends ? now : null,
                move.cause(),
                move.outcome() == null ? old.outcome() : move.outcome());
        Instant undoAt = undo ? now : null;
        rows.put(id, new Row(moved, row.context(), ends ? undoAt : due, row.steps()));
        return moved;
    }

    @Override
    public void settle(String id) {
        rows.put(id, row(id).looking(null));
    }

    @Override
    public boolean insertStep(String id, String name, byte[] context) {
        Row row = row(id);
        if (row.steps().stream().anyMatch(done -> done.step().name().equals(name))) {
            return false;
        }
        List<Done> steps = new ArrayList<>(row.steps());
        steps.add(new Done(new Step(steps.size() + 1, name, context), false));
        rows.put(id, row.with(steps));
        return true;
    }

    @Override
    public Optional<Step> lastStep(String id) {
        return row(id).steps().stream()
                .filter(done -> !done.undone())
                .map(Done::step)
                .reduce((first, second) -> second);
    }

    @Override
    public void markUndone(String id, int step) {
        rows.put(
                id,
                row(id).with(row(id).steps().stream()
                        .map(done -> done.step().number() == step ? new Done(done.step(), true) : done)
                        .toList()));
    }

    @Override
    public boolean insertCorrelation(String id, String correlationId) {
        return correlations.putIfAbsent(correlationId, id) == null;
    }

    @Override
    public Optional<String> correlated(String correlationId) {
        return Optional.ofNullable(correlations.get(correlationId));
    }

    private Row row(String id) {
        Row row = rows.get(id);
        if (row == null) {
            throw new IllegalStateException("There is no " + id);
        }
        return row;
    }
}
