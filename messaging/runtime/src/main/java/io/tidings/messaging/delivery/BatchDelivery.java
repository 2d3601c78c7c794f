package io.tidings.messaging.delivery;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.BatchLimits;
import io.tidings.messaging.FailureKind;
import io.tidings.messaging.Received;
import io.tidings.messaging.observe.GroupWatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Hands messages over together, and finds by halves the one that is to blame when that fails. What comes after a message that is
 * not done, and must not overtake it, is left as it was. For one use, by one thread.
 */
public final class BatchDelivery<K> {

    /** A message that could be read. */
    private record Opened<K>(BatchItem item, Received<K, ?> message) {}

    private final Delivery<K> delivery;
    private final BatchHandler<K> handler;
    private final GroupWatch watch;
    private final BatchLimits limits;
    private final BooleanSupplier stop;

    /** What nothing may be done of for now, after one that is not done. */
    private final Set<Object> stuck = new HashSet<>();

    private boolean ended;

    BatchDelivery(Delivery<K> delivery, BatchHandler<K> handler, BatchLimits limits, BooleanSupplier stop) {
        this.delivery = delivery;
        this.handler = handler;
        this.watch = delivery.watch();
        this.limits = limits;
        this.stop = stop;
    }

    /** Whether this one may be tried: nothing before it stands in its way, and nothing is away that all need. */
    public boolean mayTry(BatchItem item) {
        // What was left out once must not be overtaken, so whoever wants to stop is not asked again.
        ended |= stop.getAsBoolean();
        return !ended && (item.line() == null || !stuck.contains(item.line()));
    }

    /** Takes note of what came of a message; a message that is not done keeps those behind it back. */
    public void note(BatchItem item, Outcome outcome) {
        item.outcome(outcome);
        if (outcome instanceof Outcome.Done) {
            return;
        }
        if (item.line() != null) {
            stuck.add(item.line());
        }
        ended |= outcome instanceof Outcome.Retry retry && retry.everything();
    }

    /** Tries these, in their order, as many at once as the limits allow. */
    public void attempt(List<BatchItem> items) {
        List<BatchItem> chunk = new ArrayList<>(Math.min(items.size(), limits.messages()));
        long bytes = 0;
        for (BatchItem item : items) {
            if (!chunk.isEmpty() && (chunk.size() == limits.messages() || bytes + item.size() > limits.bytes())) {
                attemptChunk(chunk);
                chunk.clear();
                bytes = 0;
            }
            chunk.add(item);
            bytes += item.size();
        }
        attemptChunk(chunk);
    }

    private void attemptChunk(List<BatchItem> chunk) {
        List<BatchItem> free = chunk.stream().filter(this::mayTry).toList();
        if (free.size() <= 1) {
            free.forEach(this::alone);
            return;
        }
        List<BatchItem> unreadable = new ArrayList<>();
        handle(open(free, unreadable));
        unreadable.forEach(this::alone);
    }

    /** What cannot be read is tried alone, after those before it; it keeps back those behind it. */
    private List<Opened<K>> open(List<BatchItem> items, List<BatchItem> unreadable) {
        Set<Object> lines = new HashSet<>();
        List<Opened<K>> opened = new ArrayList<>(items.size());
        for (BatchItem item : items) {
            if (item.line() != null && lines.contains(item.line())) {
                continue;
            }
            Received<K, ?> message = read(item);
            if (message == null) {
                unreadable.add(item);
                if (item.line() != null) {
                    lines.add(item.line());
                }
            } else {
                opened.add(new Opened<>(item, message));
            }
        }
        return opened;
    }

    private @Nullable Received<K, ?> read(BatchItem item) {
        try {
            return delivery.read(item.message(), item.origin());
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    private void handle(List<Opened<K>> all) {
        List<Opened<K>> part = all.stream().filter(one -> mayTry(one.item)).toList();
        if (part.size() <= 1) {
            part.forEach(one -> alone(one.item));
            return;
        }
        part.forEach(one -> watch.begin(one.item.message(), one.item.origin()));
        long began = System.nanoTime();
        try {
            handler.handleAll(part.stream().<Received<K, ?>>map(Opened::message).toList());
        } catch (Throwable e) {
            failed(part, e, began);
            return;
        }
        watch.batch(part.size(), began, null);
        long share = share(began, part.size());
        for (Opened<K> one : part) {
            BatchItem item = one.item;
            watch.handled(item.message(), item.origin(), item.attempts().failures() + 1, share);
            note(item, new Outcome.Done());
        }
    }

    private void failed(List<Opened<K>> part, Throwable e, long began) {
        watch.batch(part.size(), began, e);
        FailureKind kind = Delivery.kind(e);
        BatchItem first = part.get(0).item;
        Outcome.@Nullable Retry wait = kind == FailureKind.TRANSIENT
                ? delivery.again(e, first.attempts().failures() + 1)
                : null;
        // In parts, they are tried again at once.
        Duration after = wait == null ? Duration.ZERO : wait.after();
        long share = share(began, part.size());
        for (Opened<K> one : part) {
            BatchItem item = one.item;
            int attempts = item.attempts().failures() + 1;
            watch.failed(item.message(), item.origin(), attempts, share, kind, e, after);
        }
        if (wait != null) {
            note(first, wait);
        } else {
            int middle = part.size() / 2;
            handle(part.subList(0, middle));
            handle(part.subList(middle, part.size()));
        }
    }

    /** When one of them would have begun, had it been handled alone in its part of the time. */
    private static long share(long began, int messages) {
        long now = System.nanoTime();
        return now - (now - began) / messages;
    }

    private void alone(BatchItem item) {
        if (!mayTry(item)) {
            return;
        }
        long began = System.nanoTime();
        Outcome outcome =
                delivery.attempt(item.message(), item.origin(), item.attempts().failures());
        note(item, outcome);
        watch.batch(1, began, cause(outcome));
    }

    private static @Nullable Throwable cause(Outcome outcome) {
        if (outcome instanceof Outcome.Retry retry) {
            return retry.cause();
        }
        return outcome instanceof Outcome.SetAside aside ? aside.cause() : null;
    }
}
