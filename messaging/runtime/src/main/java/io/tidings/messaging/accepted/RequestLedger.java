package io.tidings.messaging.accepted;

import java.time.Duration;
import java.util.Optional;

/** Decides what becomes of requests, and has a store keep it. Inside one transaction; belongs to its thread. */
public final class RequestLedger<S extends Enum<S>> implements AcceptedRequests<S> {
    private final Lifecycle<S> lifecycle;
    private final RequestStore<S> store;

    public RequestLedger(Lifecycle<S> lifecycle, RequestStore<S> store) {
        this.lifecycle = lifecycle;
        this.store = store;
    }

    @Override
    public Change<S> accept(String id, Duration patience, byte[] context) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A request needs an id: its client asks for it by that");
        }
        if (patience.isNegative()) {
            throw new IllegalArgumentException("A request may take some time, not " + patience);
        }
        return store.insert(id, lifecycle.initial(), patience, context)
                .map(request -> new Change<>(Verdict.APPLIED, request))
                .orElseGet(() -> new Change<>(Verdict.DUPLICATE, store.find(id).orElse(null)));
    }

    @Override
    public Change<S> move(String id, Move<S> move) {
        Optional<AcceptedRequest<S>> found = store.lock(id);
        if (found.isEmpty()) {
            return new Change<>(Verdict.UNKNOWN, null);
        }
        Verdict verdict = lifecycle.judge(found.get(), move);
        return new Change<>(verdict, verdict == Verdict.APPLIED ? carryOut(id, move) : found.get());
    }

    private AcceptedRequest<S> carryOut(String id, Move<S> move) {
        boolean ends = lifecycle.ends(move.to());
        boolean undo = ends && lifecycle.undoes(move.to()) && store.lastStep(id).isPresent();
        return store.update(id, move, ends, undo);
    }

    @Override
    public Change<S> step(String id, String name, byte[] context) {
        // The lock keeps the request from ending between the look and the step, which nobody would then undo.
        Optional<AcceptedRequest<S>> found = store.lock(id);
        if (found.isEmpty()) {
            return new Change<>(Verdict.UNKNOWN, null);
        }
        AcceptedRequest<S> request = found.get();
        if (request.ended()) {
            return new Change<>(Verdict.LATE, request);
        }
        boolean first = store.insertStep(id, name, context);
        return new Change<>(first ? Verdict.APPLIED : Verdict.DUPLICATE, request);
    }

    @Override
    public Verdict correlate(String id, String correlationId) {
        if (store.lock(id).isEmpty()) {
            return Verdict.UNKNOWN;
        }
        if (store.insertCorrelation(id, correlationId)) {
            return Verdict.APPLIED;
        }
        return store.correlated(correlationId).filter(id::equals).isPresent() ? Verdict.DUPLICATE : Verdict.LATE;
    }

    @Override
    public Optional<String> correlated(String correlationId) {
        return store.correlated(correlationId);
    }

    @Override
    public Optional<AcceptedRequest<S>> find(String id) {
        return store.find(id);
    }

    @Override
    public Optional<byte[]> context(String id) {
        return store.context(id);
    }

    /** One that is due and that nobody else looks after, locked. */
    public Optional<AcceptedRequest<S>> lockDue() {
        return store.lockDue();
    }

    /**
     * Does what is due about a request: ends it, or undoes the last of its steps that is not undone. In the transaction that has
     * locked it, and one such thing a transaction, so that none is long and none is repeated because another fails.
     */
    public Kept keep(AcceptedRequest<S> due, RequestHandler<S> handler) throws Exception {
        if (!due.ended()) {
            handler.timedOut(carryOut(due.id(), lifecycle.timeOut()));
            return Kept.TIMED_OUT;
        }
        Optional<Step> last = store.lastStep(due.id());
        if (last.isPresent()) {
            store.markUndone(due.id(), last.get().number());
            handler.undo(due, last.get());
        }
        if (store.lastStep(due.id()).isEmpty()) {
            store.settle(due.id());
        }
        return Kept.UNDONE;
    }

    /** What was done about a request that was due. */
    public enum Kept {
        TIMED_OUT,
        UNDONE
    }
}
