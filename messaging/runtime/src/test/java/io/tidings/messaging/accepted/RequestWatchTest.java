package io.tidings.messaging.accepted;

import static io.tidings.messaging.accepted.Errand.DONE;
import static io.tidings.messaging.accepted.Errand.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.accepted.RequestWatch.Following;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestWatchTest {
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Duration SOON = Duration.ofMillis(5);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Map<String, AcceptedRequest<Errand>> stored = new ConcurrentHashMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private volatile boolean away;
    private @Nullable RequestWatch<Errand> watch;

    private RequestWatch<Errand> watching(Duration interval) {
        watch = RequestWatch.start(
                "errands",
                ids -> {
                    looks.incrementAndGet();
                    if (away) {
                        throw new IllegalStateException("the database is away");
                    }
                    Map<String, AcceptedRequest<Errand>> found = new ConcurrentHashMap<>(stored);
                    found.keySet().retainAll(Set.copyOf(ids));
                    return found;
                },
                interval);
        return watch;
    }

    @AfterEach
    void close() {
        if (watch != null) {
            watch.close();
        }
    }

    @Test
    void whoFollowsIsToldWhereItStandsAndOfEachChangeUntilTheEnd() throws Exception {
        RequestWatch<Errand> watch = watching(NEVER);
        Told told = new Told();
        stand("e", Errand.PENDING, 1);
        watch.follow("e", 0, told);
        assertThat(told.next()).isEqualTo("PENDING 1");
        stand("e", UNDER_WAY, 2);
        watch.wake();
        assertThat(told.next()).isEqualTo("UNDER_WAY 2");
        watch.wake();
        stand("e", DONE, 3);
        watch.wake();
        assertThat(told.next()).isEqualTo("DONE 3");
        assertThat(watch.watchers()).isZero();
    }

    @Test
    void whatOthersCommitIsSeenAtTheNextLook() throws Exception {
        RequestWatch<Errand> watch = watching(SOON);
        Told told = new Told();
        stand("e", UNDER_WAY, 2);
        watch.follow("e", 2, told);
        stand("e", DONE, 3);
        assertThat(told.next()).isEqualTo("DONE 3");
    }

    @Test
    void whoIsUpToDateIsToldNothing() throws Exception {
        RequestWatch<Errand> watch = watching(NEVER);
        Told told = new Told();
        Told other = new Told();
        stand("e", UNDER_WAY, 2);
        Following following = watch.follow("e", 2, told);
        watch.follow("e", 1, other);
        assertThat(other.next()).isEqualTo("UNDER_WAY 2");
        following.close();
        following.close();
        stand("e", DONE, 3);
        watch.wake();
        assertThat(other.next()).isEqualTo("DONE 3");
        assertThat(told.queue).isEmpty();
    }

    @Test
    void nobodyWaitsSoNobodyLooks() throws Exception {
        RequestWatch<Errand> watch = watching(Duration.ofNanos(1));
        watch.wake();
        stand("e", DONE, 3);
        Told told = new Told();
        watch.follow("e", 0, told);
        assertThat(told.next()).isEqualTo("DONE 3");
        int before = looks.get();
        watch.wake();
        assertThat(before).isBetween(1, 2);
        assertThat(watch.watchers()).isZero();
    }

    @Test
    void aRequestThatIsGoneIsSaidToBe() throws Exception {
        Told told = new Told();
        RequestWatch<Errand> watch = watching(NEVER);
        watch.follow("nobody's", 0, told);
        assertThat(told.next()).isEqualTo("gone");
        assertThat(get(watch, "nobody's", LONG)).isEmpty();
    }

    @Test
    void aLongPollEndsWithWhatItWaitsFor() throws Exception {
        RequestWatch<Errand> watch = watching(SOON);
        stand("e", Errand.PENDING, 1);
        CompletableFuture<Optional<AcceptedRequest<Errand>>> change =
                watch.await("e", request -> request.version() > 1, LONG).toCompletableFuture();
        CompletableFuture<Optional<AcceptedRequest<Errand>>> end =
                watch.await("e", AcceptedRequest::ended, LONG).toCompletableFuture();
        stand("e", UNDER_WAY, 2);
        assertThat(change.get().orElseThrow().version()).isEqualTo(2);
        assertThat(end).isNotDone();
        stand("e", DONE, 3);
        assertThat(end.get().orElseThrow().state()).isEqualTo(DONE);
    }

    @Test
    void aLongPollWhosePatienceIsOverEndsWithWhereItStands() throws Exception {
        RequestWatch<Errand> watch = watching(NEVER);
        stand("e", Errand.PENDING, 1);
        assertThat(get(watch, "e", SOON).orElseThrow().version()).isEqualTo(1);
        assertThat(get(watch, "e", Duration.ZERO).orElseThrow().version()).isEqualTo(1);
        assertThat(watch.watchers()).isZero();
    }

    @Test
    void aStoreThatIsAwayIsSaidOnlyToThoseWhosePatienceIsOver() throws Exception {
        away = true;
        RequestWatch<Errand> watch = watching(SOON);
        stand("e", Errand.PENDING, 1);
        CompletableFuture<Optional<AcceptedRequest<Errand>>> patient =
                watch.await("e", request -> true, LONG).toCompletableFuture();
        assertThatThrownBy(() -> get(watch, "e", SOON)).isInstanceOf(TransientMessagingException.class);
        assertThat(patient).isNotDone();
        away = false;
        assertThat(patient.get()).isPresent();
    }

    @Test
    void anObserverThatFailsIsToldNothingMoreAndTheOthersAre() throws Exception {
        RequestWatch<Errand> watch = watching(NEVER);
        stand("e", Errand.PENDING, 1);
        watch.follow("e", 0, request -> {
            throw new IllegalStateException("a bug");
        });
        Told told = new Told();
        watch.follow("e", 0, told);
        assertThat(told.next()).isEqualTo("PENDING 1");
        stand("e", UNDER_WAY, 2);
        watch.wake();
        assertThat(told.next()).isEqualTo("UNDER_WAY 2");
        assertThat(watch.watchers()).isEqualTo(1);
    }

    @Test
    void closingAnswersThoseWhoWait() throws Exception {
        RequestWatch<Errand> watch = watching(NEVER);
        stand("e", Errand.PENDING, 1);
        CompletableFuture<Optional<AcceptedRequest<Errand>>> end =
                watch.await("e", AcceptedRequest::ended, LONG).toCompletableFuture();
        Told told = new Told();
        watch.follow("e", 0, told);
        assertThat(told.next()).isEqualTo("PENDING 1");
        watch.close();
        assertThat(end.get().orElseThrow().version()).isEqualTo(1);
        assertThat(watch.watchers()).isZero();
    }

    @Test
    void itLooksFromTimeToTime() {
        assertThatIllegalArgumentException().isThrownBy(() -> watching(Duration.ZERO));
    }

    private static Optional<AcceptedRequest<Errand>> get(RequestWatch<Errand> watch, String id, Duration patience)
            throws Exception {
        try {
            return watch.await(id, AcceptedRequest::ended, patience)
                    .toCompletableFuture()
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private void stand(String id, Errand state, long version) {
        Instant ended = Errand.LIFECYCLE.ends(state) ? Instant.EPOCH : null;
        stored.put(id, new AcceptedRequest<>(id, state, version, Instant.EPOCH, Instant.EPOCH, ended, "test", null));
    }

    /** What an observer is told, in order. */
    private static final class Told implements RequestObserver<Errand> {
        final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

        @Override
        public void changed(AcceptedRequest<Errand> request) {
            queue.add(request.state() + " " + request.version());
        }

        @Override
        public void gone() {
            queue.add("gone");
        }

        String next() throws InterruptedException {
            String next = queue.poll(30, TimeUnit.SECONDS);
            return next == null ? "nothing" : next;
        }
    }
}
