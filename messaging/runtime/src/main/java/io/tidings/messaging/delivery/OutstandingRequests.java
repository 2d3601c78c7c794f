package io.tidings.messaging.delivery;

import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
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
    private final Timers deadlines;
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

    /** A request that waits, since then: for one reply, or for as many as its gathering takes. */
    private record Waiting(
            CompletableFuture<?> reply, @Nullable Gathering gathering, Runnable expiry, long asked) {}

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
        this(name, capacity, watch, Timers.onThread(name + "-deadlines"));
    }

    /** Room for requests whose deadlines are kept by timers, which are closed with it. */
    public OutstandingRequests(String name, int capacity, RequestWatch watch, Timers deadlines) {
        this.capacity = capacity;
        this.watch = watch;
        this.deadlines = deadlines;
        this.completions = Executors.newCachedThreadPool(DaemonThreads.named(name + "-completions"));
    }

    /**
     * Admits a request.
     *
     * @return the reply to be; a {@link TransientMessagingException} if there is no room, or this is closed
     */
    public synchronized CompletableFuture<Received<?, ?>> admit(String correlationId, Duration deadline) {
        CompletableFuture<Received<?, ?>> reply = new CompletableFuture<>();
        if (admits(correlationId, reply)) {
            Runnable expiry = deadlines.schedule(deadline, () -> expire(correlationId, deadline));
            waiting.put(correlationId, new Waiting(reply, null, expiry, watch.asked(correlationId)));
        }
        return reply;
    }

    /**
     * Admits a request that many may answer.
     *
     * @return what they answer; a {@link TransientMessagingException} if there is no room, or this is closed
     */
    public synchronized CompletableFuture<Gathered<Received<?, ?>>> admit(String correlationId, Gather until) {
        Gathering gathering = new Gathering(until);
        if (admits(correlationId, gathering.result())) {
            Runnable expiry = deadlines.schedule(until.deadline(), () -> end(correlationId, gathering));
            waiting.put(correlationId, new Waiting(gathering.result(), gathering, expiry, watch.asked(correlationId)));
        }
        return gathering.result();
    }

    private boolean admits(String correlationId, CompletableFuture<?> reply) {
        @Nullable RuntimeException refusal = null;
        if (closed) {
            refusal = closed();
        } else if (waiting.size() >= capacity) {
            refusal = new TooManyRequestsException(capacity);
        } else if (waiting.containsKey(correlationId)) {
            refusal = new IllegalArgumentException(
                    "A request with the correlation id '" + correlationId + "' is outstanding already");
        }
        if (refusal == null) {
            return true;
        }
        watch.rejected(correlationId, refusal);
        reply.completeExceptionally(refusal);
        return false;
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
    public synchronized void complete(String correlationId, Received<?, ?> reply) {
        @Nullable Waiting request = waiting.get(correlationId);
        if (request == null) {
            return;
        }
        @Nullable Gathering gathering = request.gathering();
        if (gathering == null) {
            joined++;
            @SuppressWarnings("unchecked") // without a gathering, it waits for a reply
            CompletableFuture<Received<?, ?>> one = (CompletableFuture<Received<?, ?>>) request.reply();
            settle(correlationId, request, Fate.ANSWERED, () -> {
                watch.answered(correlationId, request.asked());
                one.complete(reply);
            });
        } else if (gathering.take(reply)) {
            joined++;
            endIfEnough(correlationId, gathering);
        } else {
            duplicate++;
            watch.stray(correlationId, Stray.DUPLICATE);
        }
    }

    /** Joins a reply that is no good: a fault, or one that cannot be read. */
    public synchronized void fail(String correlationId, Throwable cause) {
        @Nullable Waiting request = waiting.get(correlationId);
        if (request == null) {
            return;
        }
        joined++;
        @Nullable Gathering gathering = request.gathering();
        if (gathering == null) {
            settle(correlationId, request, Fate.ANSWERED, () -> failed(correlationId, request, cause));
        } else {
            gathering.take(cause);
            endIfEnough(correlationId, gathering);
        }
    }

    /** Ends a request that may never have been sent; a reply that comes all the same is late. */
    public synchronized void abandon(String correlationId, Throwable cause) {
        @Nullable Waiting request = waiting.get(correlationId);
        if (request != null) {
            settle(correlationId, request, Fate.EXPIRED, () -> failed(correlationId, request, cause));
        }
    }

    private void failed(String correlationId, Waiting request, Throwable cause) {
        watch.failed(correlationId, request.asked(), cause);
        request.reply().completeExceptionally(cause);
    }

    private synchronized void expire(String correlationId, Duration deadline) {
        @Nullable Waiting request = waiting.get(correlationId);
        if (request != null) {
            settle(correlationId, request, Fate.EXPIRED, () -> {
                TransientMessagingException cause = expired(correlationId, deadline);
                watch.expired(correlationId, request.asked(), cause);
                request.reply().completeExceptionally(cause);
            });
        }
    }

    private void endIfEnough(String correlationId, Gathering gathering) {
        if (gathering.enough()) {
            end(correlationId, gathering);
        }
    }

    /** Ends a gathering; what comes afterwards is late, whoever it is from. */
    private synchronized void end(String correlationId, Gathering gathering) {
        @Nullable Waiting request = waiting.get(correlationId);
        if (request != null && request.gathering() == gathering) {
            Gathered<Received<?, ?>> all = gathering.gathered();
            settle(correlationId, request, Fate.EXPIRED, () -> {
                watch.answered(correlationId, request.asked());
                gathering.result().complete(all);
            });
        }
    }

    private void settle(String correlationId, Waiting request, Fate fate, Runnable completion) {
        waiting.remove(correlationId);
        past.put(correlationId, fate);
        request.expiry().run();
        completions.execute(completion);
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
        deadlines.close();
        waiting.forEach(
                (correlationId, request) -> completions.execute(() -> failed(correlationId, request, closed())));
        waiting.clear();
        completions.shutdown();
    }

    private static TransientMessagingException closed() {
        return new TransientMessagingException("The requestor is closed", null);
    }
}
