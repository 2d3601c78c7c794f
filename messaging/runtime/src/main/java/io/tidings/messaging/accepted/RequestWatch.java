package io.tidings.messaging.accepted;

import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells who waits for requests how they go on: what this JVM commits when it is woken, what others commit at the next look. It looks
 * only at requests that somebody waits for, all of them at once, and not at all while nobody does. On one thread of its own; safe
 * for use by several threads.
 *
 * <p>It compares versions instead of following a log of changes: nothing is missed because a transaction committed late, and a state
 * that lasted only from one look to the next is left out.
 */
public final class RequestWatch<S extends Enum<S>> implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RequestWatch.class);

    private final Look<S> look;
    private final long intervalNanos;
    private final Set<Watcher<S>> watchers = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closed;
    private boolean troubled;

    /** Reads where requests stand. */
    @FunctionalInterface
    public interface Look<S extends Enum<S>> {
        /** Those that there are, by id. */
        Map<String, AcceptedRequest<S>> at(Collection<String> ids) throws Exception;
    }

    /** Somebody who follows a request, until closed; closing twice is harmless. */
    public interface Following extends AutoCloseable {
        @Override
        void close();
    }

    /** One who waits; its fields are the watch's thread's. */
    private static final class Watcher<S extends Enum<S>> {
        final String id;
        final RequestObserver<S> observer;
        long seen;

        Watcher(String id, long seen, RequestObserver<S> observer) {
            this.id = id;
            this.seen = seen;
            this.observer = observer;
        }
    }

    private RequestWatch(String name, Look<S> look, Duration interval) {
        this.look = look;
        this.intervalNanos = interval.toNanos();
        this.thread = new Thread(this::run, "tidings-watch-" + name);
        thread.setDaemon(true);
    }

    /**
     * Starts a watch.
     *
     * @param name of its thread
     * @param interval how often to look while somebody waits, if nobody calls {@link #wake}
     */
    public static <S extends Enum<S>> RequestWatch<S> start(String name, Look<S> look, Duration interval) {
        if (interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException("A watch looks from time to time, not every " + interval);
        }
        RequestWatch<S> watch = new RequestWatch<>(name, look, interval);
        watch.thread.start();
        return watch;
    }

    /** Tells the watch that something was committed: call it after the commit. Cheap; many calls are one. */
    public void wake() {
        woken.release();
    }

    /** Whether it was closed: nobody is told anything any more. */
    public boolean ended() {
        return closed;
    }

    /** How many wait right now. */
    public int watchers() {
        return watchers.size();
    }

    /**
     * Follows a request: the observer is told at once if it has a later version than that, and of every change from then on, until it
     * ends.
     *
     * @param afterVersion what is known already; 0 for nothing
     */
    public Following follow(String id, long afterVersion, RequestObserver<S> observer) {
        Watcher<S> watcher = new Watcher<>(id, afterVersion, observer);
        watchers.add(watcher);
        wake();
        return () -> watchers.remove(watcher);
    }

    /**
     * Waits for a request to be as wanted, as for a long poll.
     *
     * @param until what is waited for, such as {@link AcceptedRequest#ended}; called on the watch's thread
     * @return completed with the request once it is so; and with where it stands when patience is over, or when it has ended another
     *     way; with empty if there is none; exceptionally with a {@link TransientMessagingException} if the store was away all the
     *     time, or if the watch is closed before anything was seen. On the watch's thread or a timer's: go on elsewhere with what
     *     takes time
     */
    public CompletionStage<Optional<AcceptedRequest<S>>> await(
            String id, Predicate<AcceptedRequest<S>> until, Duration patience) {
        Waiting<S> waiting = new Waiting<>(until);
        Following following = follow(id, 0, waiting);
        CompletableFuture<Boolean> timer = new CompletableFuture<>();
        CompletableFuture<Void> unused = timer.completeOnTimeout(true, patience.toNanos(), TimeUnit.NANOSECONDS)
                .thenRun(waiting::endPatience);
        return waiting.result().whenComplete((request, failure) -> {
            following.close();
            timer.cancel(false);
        });
    }

    private void run() {
        while (!closed) {
            if (watchers.isEmpty()) {
                woken.acquireUninterruptibly();
            } else {
                pause();
            }
            woken.drainPermits();
            if (!closed && !watchers.isEmpty()) {
                lookOnce();
            }
        }
    }

    private void pause() {
        try {
            // Woken, or it is time: both are reasons to look.
            boolean unused = woken.tryAcquire(intervalNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private void lookOnce() {
        List<Watcher<S>> asking = List.copyOf(watchers);
        Map<String, AcceptedRequest<S>> found;
        try {
            found = look.at(asking.stream().map(watcher -> watcher.id).collect(Collectors.toSet()));
        } catch (Exception e) {
            if (!troubled) {
                troubled = true;
                LOG.warn("Those who wait for requests are told nothing until the store answers again", e);
            }
            giveUp(asking, "The store of requests is away", e);
            return;
        }
        troubled = false;
        for (Watcher<S> watcher : asking) {
            tell(watcher, found.get(watcher.id));
        }
    }

    private static <S extends Enum<S>> void giveUp(
            Collection<Watcher<S>> watchers, String why, @Nullable Throwable failure) {
        for (Watcher<S> watcher : watchers) {
            if (watcher.observer instanceof Waiting<S> waiting) {
                waiting.storeAway(why, failure);
            }
        }
    }

    private void tell(Watcher<S> watcher, @Nullable AcceptedRequest<S> request) {
        try {
            if (request == null) {
                watchers.remove(watcher);
                watcher.observer.gone();
                return;
            }
            if (request.ended()) {
                watchers.remove(watcher);
            }
            if (request.version() > watcher.seen) {
                watcher.seen = request.version();
                watcher.observer.changed(request);
            }
        } catch (RuntimeException e) {
            watchers.remove(watcher);
            LOG.warn("An observer of request {} failed, and is told nothing more", watcher.id, e);
        }
    }

    /** Ends. Who waits is answered with what was seen last; who follows is told nothing more. */
    @Override
    public void close() {
        closed = true;
        wake();
        List<Watcher<S>> left = List.copyOf(watchers);
        watchers.clear();
        for (Watcher<S> watcher : left) {
            if (watcher.observer instanceof Waiting<S> waiting) {
                waiting.endPatience();
            }
        }
        giveUp(left, "Nobody watches any more: the service stops", null);
    }
}
