package io.tidings.messaging.delivery;

import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.TooManyRequestsException;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The requests that wait for a reply, by their Correlation Identifiers: each has a deadline, and there is room for only so
 * many. Replies complete their futures on threads of their own, so that a caller who blocks in a continuation delays nobody
 * else's reply.
 */
public final class OutstandingRequests implements AutoCloseable {

    private enum Fate {
        ANSWERED,
        EXPIRED
    }

    /** How many past requests are remembered, to tell a late reply from one that is not ours. */
    private static final int REMEMBERED = 10_000;

    private final int capacity;
    private final ScheduledThreadPoolExecutor deadlines;
    private final ExecutorService completions;
    private final Map<String, Waiting> waiting = new LinkedHashMap<>();
    private final Map<String, Fate> past = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fate> eldest) {
            return size() > REMEMBERED;
        }
    };
    private boolean closed;
    private long joined;
    private long late;
    private long duplicate;
    private long unknown;

    private record Waiting(CompletableFuture<Received<?, ?>> reply, ScheduledFuture<?> expiry) {}

    /**
     * Room for requests.
     *
     * @param name begins the names of its threads
     * @param capacity how many may wait at a time
     */
    public OutstandingRequests(String name, int capacity) {
        this.capacity = capacity;
        this.deadlines = new ScheduledThreadPoolExecutor(1, DaemonThreads.named(name + "-deadlines"));
        deadlines.setRemoveOnCancelPolicy(true);
        this.completions = Executors.newCachedThreadPool(DaemonThreads.named(name + "-completions"));
    }

    /**
     * Admits a request.
     *
     * @return the reply to be; a {@link TransientMessagingException} if there is no room, or this is closed
     */
    public synchronized CompletableFuture<Received<?, ?>> admit(String correlationId, Duration deadline) {
        if (closed) {
            return CompletableFuture.failedFuture(closed());
        }
        if (waiting.size() >= capacity) {
            return CompletableFuture.failedFuture(new TooManyRequestsException(capacity));
        }
        if (waiting.containsKey(correlationId)) {
            return CompletableFuture.failedFuture(new IllegalArgumentException(
                    "A request with the correlation id '" + correlationId + "' is outstanding already"));
        }
        CompletableFuture<Received<?, ?>> reply = new CompletableFuture<>();
        ScheduledFuture<?> expiry = deadlines.schedule(
                () -> abandon(correlationId, expired(correlationId, deadline)),
                Math.max(0, deadline.toNanos()),
                TimeUnit.NANOSECONDS);
        waiting.put(correlationId, new Waiting(reply, expiry));
        return reply;
    }

    /** Whether a message answers a request that still waits; counts it if it does not. */
    public synchronized boolean expects(@Nullable String correlationId) {
        if (correlationId != null && waiting.containsKey(correlationId)) {
            return true;
        }
        @Nullable Fate fate = correlationId == null ? null : past.get(correlationId);
        if (fate == Fate.ANSWERED) {
            duplicate++;
        } else if (fate == Fate.EXPIRED) {
            late++;
        } else {
            unknown++;
        }
        return false;
    }

    /** Joins a reply to its request. */
    public void complete(String correlationId, Received<?, ?> reply) {
        settle(correlationId, Fate.ANSWERED, future -> future.complete(reply));
    }

    /** Ends a request whose reply is no good: a fault, or one that cannot be read. */
    public void fail(String correlationId, Throwable cause) {
        settle(correlationId, Fate.ANSWERED, future -> future.completeExceptionally(cause));
    }

    /** Ends a request that may never have been sent; a reply that comes all the same is late. */
    public void abandon(String correlationId, Throwable cause) {
        settle(correlationId, Fate.EXPIRED, future -> future.completeExceptionally(cause));
    }

    private synchronized void settle(
            String correlationId, Fate fate, Consumer<CompletableFuture<Received<?, ?>>> completion) {
        Waiting request = waiting.remove(correlationId);
        if (request == null) {
            return;
        }
        past.put(correlationId, fate);
        joined += fate == Fate.ANSWERED ? 1 : 0;
        request.expiry().cancel(false);
        completions.execute(() -> completion.accept(request.reply()));
    }

    private static TransientMessagingException expired(String correlationId, Duration deadline) {
        return new TransientMessagingException(
                "No reply to request '" + correlationId + "' within " + deadline.toMillis() + " ms", null);
    }

    /** How many wait. */
    public synchronized int size() {
        return waiting.size();
    }

    /** What became of the replies so far. */
    public synchronized ReplyCounts counts() {
        return new ReplyCounts(joined, late, duplicate, unknown);
    }

    /** Completes what waits with a {@link TransientMessagingException}, and admits nothing more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        deadlines.shutdownNow();
        for (Waiting request : waiting.values()) {
            completions.execute(() -> request.reply().completeExceptionally(closed()));
        }
        waiting.clear();
        completions.shutdown();
    }

    private static TransientMessagingException closed() {
        return new TransientMessagingException("The requestor is closed", null);
    }
}
