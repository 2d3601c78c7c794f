package io.tidings.messaging.delivery;

import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.TooManyRequestsException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.Listeners;
import io.tidings.messaging.observe.RequestEvent.Stray;
import io.tidings.messaging.observe.RequestWatch;
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
    private final RequestWatch watch;
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

    private record Waiting(CompletableFuture<Received<?, ?>> reply, ScheduledFuture<?> expiry, long asked) {}

    /**
     * Room for requests.
     *
     * @param name begins the names of its threads
     * @param capacity how many may wait at a time
     */
    public OutstandingRequests(String name, int capacity) {
        this(name, capacity, Listeners.NONE.requests(name));
    }

    /** Room for requests, and who is told of them. */
    public OutstandingRequests(String name, int capacity, RequestWatch watch) {
        this.capacity = capacity;
        this.watch = watch;
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
            return rejected(correlationId, closed());
        }
        if (waiting.size() >= capacity) {
            return rejected(correlationId, new TooManyRequestsException(capacity));
        }
        if (waiting.containsKey(correlationId)) {
            return rejected(
                    correlationId,
                    new IllegalArgumentException(
                            "A request with the correlation id '" + correlationId + "' is outstanding already"));
        }
        CompletableFuture<Received<?, ?>> reply = new CompletableFuture<>();
        ScheduledFuture<?> expiry = deadlines.schedule(
                () -> expire(correlationId, deadline), Math.max(0, deadline.toNanos()), TimeUnit.NANOSECONDS);
        waiting.put(correlationId, new Waiting(reply, expiry, watch.asked(correlationId)));
        return reply;
    }

    private CompletableFuture<Received<?, ?>> rejected(String correlationId, RuntimeException cause) {
        watch.rejected(correlationId, cause);
        return CompletableFuture.failedFuture(cause);
    }

    /** Whether a message answers a request that still waits; counts it if it does not. */
    public synchronized boolean expects(@Nullable String correlationId) {
        if (correlationId != null && waiting.containsKey(correlationId)) {
            return true;
        }
        @Nullable Fate fate = correlationId == null ? null : past.get(correlationId);
        if (fate == Fate.ANSWERED) {
            duplicate++;
            watch.stray(correlationId, Stray.DUPLICATE);
        } else if (fate == Fate.EXPIRED) {
            late++;
            watch.stray(correlationId, Stray.LATE);
        } else {
            unknown++;
            watch.stray(correlationId, Stray.UNKNOWN);
        }
        return false;
    }

    /** Joins a reply to its request. */
    public void complete(String correlationId, Received<?, ?> reply) {
        settle(correlationId, Fate.ANSWERED, request -> {
            watch.answered(correlationId, request.asked());
            request.reply().complete(reply);
        });
    }

    /** Ends a request whose reply is no good: a fault, or one that cannot be read. */
    public void fail(String correlationId, Throwable cause) {
        settle(correlationId, Fate.ANSWERED, request -> failed(correlationId, request, cause));
    }

    /** Ends a request that may never have been sent; a reply that comes all the same is late. */
    public void abandon(String correlationId, Throwable cause) {
        settle(correlationId, Fate.EXPIRED, request -> failed(correlationId, request, cause));
    }

    private void failed(String correlationId, Waiting request, Throwable cause) {
        watch.failed(correlationId, request.asked(), cause);
        request.reply().completeExceptionally(cause);
    }

    private void expire(String correlationId, Duration deadline) {
        settle(correlationId, Fate.EXPIRED, request -> {
            TransientMessagingException cause = expired(correlationId, deadline);
            watch.expired(correlationId, request.asked(), cause);
            request.reply().completeExceptionally(cause);
        });
    }

    private synchronized void settle(String correlationId, Fate fate, Consumer<Waiting> completion) {
        Waiting request = waiting.remove(correlationId);
        if (request == null) {
            return;
        }
        past.put(correlationId, fate);
        joined += fate == Fate.ANSWERED ? 1 : 0;
        request.expiry().cancel(false);
        completions.execute(() -> completion.accept(request));
    }

    private static TransientMessagingException expired(String correlationId, Duration deadline) {
        return new TransientMessagingException(
                "No reply to request '" + correlationId + "' within " + deadline.toMillis() + " ms", null);
    }

    /** Tells of these requests. */
    public RequestWatch watch() {
        return watch;
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
        waiting.forEach(
                (correlationId, request) -> completions.execute(() -> failed(correlationId, request, closed())));
        waiting.clear();
        completions.shutdown();
    }

    private static TransientMessagingException closed() {
        return new TransientMessagingException("The requestor is closed", null);
    }
}
