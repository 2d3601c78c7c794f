package io.tidings.messaging.jdbc.accepted;

import static io.tidings.messaging.accepted.Errand.DONE;
import static io.tidings.messaging.accepted.Errand.GIVEN_UP;
import static io.tidings.messaging.accepted.Errand.REFUSED;
import static io.tidings.messaging.accepted.Errand.UNDER_WAY;
import static io.tidings.messaging.jdbc.accepted.Errands.LONG;
import static io.tidings.messaging.jdbc.accepted.Errands.OVER;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.Change;
import io.tidings.messaging.accepted.Errand;
import io.tidings.messaging.accepted.RequestHandler;
import io.tidings.messaging.accepted.RequestWatch;
import io.tidings.messaging.accepted.Step;
import io.tidings.messaging.accepted.Verdict;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of requests while several instances look after them, while services die, and while everybody wants something else. */
class RequestKeeperIT {
    private Database database;
    private Errands errands;
    private Errands others;

    @BeforeEach
    void tables() throws SQLException {
        database = Errands.newDatabase();
        errands = new Errands(database.source());
        others = new Errands(database.source());
    }

    @Test
    void whatTakesTooLongEndsOnceAmongSeveralInstances() throws Exception {
        for (int i = 0; i < 30; i++) {
            errands.accept("e" + i, OVER);
            errands.step("e" + i, "ticket");
        }
        errands.accept("patient", LONG);
        try (RequestKeeper one = errands.keeping();
                RequestKeeper two = others.keeping();
                RequestKeeper three = others.keeping()) {
            assertThat(List.of(one, two, three)).doesNotContainNull();
            settled(1);
        }
        for (int i = 0; i < 30; i++) {
            assertThat(Errands.told(database, "e" + i))
                    .containsExactlyInAnyOrder("PENDING 1", "ticket", "TIMED_OUT 2", "undo ticket");
        }
        assertThat(Errands.told(database, "patient")).containsExactly("PENDING 1");
        assertThat(database.texts(
                        "SELECT DISTINCT outcome || ' ' || cause FROM tidings_accepted_request WHERE id <> 'patient'"))
                .containsExactly("it took too long timed-out");
    }

    @Test
    void stepsAreUndoneFromTheLastToTheFirst() throws Exception {
        errands.accept("e1", LONG);
        List.of("ticket", "payment", "courier").forEach(step -> step("e1", step));
        try (RequestKeeper keeper = errands.keeping()) {
            assertThat(keeper).isNotNull();
            errands.move("e1", REFUSED, "m1");
            settled(0);
        }
        assertThat(Errands.told(database, "e1"))
                .containsExactly(
                        "PENDING 1",
                        "ticket",
                        "payment",
                        "courier",
                        "REFUSED 2",
                        "undo courier",
                        "undo payment",
                        "undo ticket");
    }

    @Test
    void nothingIsUndoneOfWhatWentWell() throws Exception {
        errands.accept("e1", LONG);
        step("e1", "ticket");
        errands.move("e1", UNDER_WAY, "m1");
        errands.move("e1", DONE, "m2");
        assertThat(errands.requests.counts()).isEqualTo(new AcceptedCounts(0, 0, 0, 0));
    }

    @Test
    void aHandlerThatFailsIsCalledAgainAndHoldsUpNobodyElse() throws Exception {
        AtomicInteger failures = new AtomicInteger();
        errands.accept("bad", OVER);
        errands.step("bad", "ticket");
        errands.accept("good", OVER);
        try (RequestKeeper keeper = errands.requests.keeping(
                transaction -> failingOnceEach(errands.handler(transaction), failures),
                Duration.ofMillis(10),
                () -> {})) {
            assertThat(keeper).isNotNull();
            Await.until(
                    "the good one has ended",
                    () -> Errands.told(database, "good").size() == 2);
            assertThat(errands.requests.counts().failing()).isEqualTo(1);
            settled(0);
        }
        assertThat(failures).hasValue(2);
        assertThat(Errands.told(database, "bad")).containsExactly("PENDING 1", "ticket", "TIMED_OUT 2", "undo ticket");
    }

    @Test
    void aStateThatOnlyANewerProgramKnowsIsLeftToIt() throws Exception {
        errands.accept("new", OVER);
        errands.accept("known", OVER);
        database.run("UPDATE tidings_accepted_request SET state = 'AT_THE_DOOR' WHERE id = 'new'");
        try (RequestKeeper keeper = errands.keeping()) {
            assertThat(keeper).isNotNull();
            settled(1);
        }
        assertThat(Errands.told(database, "new")).containsExactly("PENDING 1");
        assertThat(Errands.told(database, "known")).containsExactly("PENDING 1", "TIMED_OUT 2");
    }

    @Test
    void ofAReplyACancellationAndTheDeadlineAtOnceOneWins() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (RequestKeeper keeper = errands.keeping()) {
            assertThat(keeper).isNotNull();
            for (int round = 0; round < 10; round++) {
                String id = "e" + round;
                errands.transaction((requests, transaction) -> {
                    errands.told(transaction, requests.accept(id, Duration.ofMillis(15)));
                    return errands.step(requests, transaction, id, "ticket");
                });
                Future<Change<Errand>> reply = threads.submit(move(errands, id, REFUSED, "reply"));
                Future<Change<Errand>> cancellation = threads.submit(move(others, id, GIVEN_UP, "client"));
                List<Verdict> verdicts =
                        List.of(reply.get().verdict(), cancellation.get().verdict());
                settled(0);
                List<String> told = Errands.told(database, id);
                assertThat(told).hasSize(4).startsWith("PENDING 1", "ticket").endsWith("undo ticket");
                assertThat(told.get(2)).isIn("REFUSED 2", "GIVEN_UP 2", "TIMED_OUT 2");
                if (told.contains("TIMED_OUT 2")) {
                    assertThat(verdicts).containsOnly(Verdict.LATE);
                } else {
                    assertThat(verdicts).containsExactlyInAnyOrder(Verdict.APPLIED, Verdict.LATE);
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void askedTwiceAtOnceOneIsAccepted() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 10; round++) {
                String id = "e" + round;
                Future<Change<Errand>> one = threads.submit(() -> errands.accept(id, LONG));
                Future<Change<Errand>> two = threads.submit(() -> others.accept(id, LONG));
                assertThat(List.of(one.get().verdict(), two.get().verdict()))
                        .containsExactlyInAnyOrder(Verdict.APPLIED, Verdict.DUPLICATE);
                assertThat(Errands.told(database, id)).containsExactly("PENDING 1");
            }
        } finally {
            threads.shutdown();
        }
    }

    /** Each statement and each commit of each transaction is the one at which the connection breaks, before it or just after it. */
    @Test
    void wheneverTheConnectionBreaksEverythingHappensOnce() throws Exception {
        List<RequestKeeper> keepers = new ArrayList<>();
        int broken = 0;
        boolean more = true;
        while (more) {
            String id = "e" + broken;
            Mishap mishap = new Mishap(broken);
            Errands unlucky = new Errands(mishap.over(database.source()));
            again(() -> unlucky.accept(id, LONG));
            again(() -> unlucky.step(id, "ticket"));
            again(() -> unlucky.step(id, "payment"));
            again(() -> unlucky.move(id, REFUSED, "m1"));
            more = mishap.happened();
            broken++;
        }
        assertThat(broken).isGreaterThan(20);
        try {
            for (int at = 0; at < 12; at++) {
                keepers.add(new Errands(new Mishap(at).over(database.source())).keeping());
            }
            settled(0);
        } finally {
            keepers.forEach(RequestKeeper::close);
        }
        for (int i = 0; i < broken; i++) {
            assertThat(Errands.told(database, "e" + i))
                    .as("broken at " + i)
                    .containsExactly("PENDING 1", "ticket", "payment", "REFUSED 2", "undo payment", "undo ticket");
        }
    }

    @Test
    void whoWaitsIsToldByThisInstanceAndByOthers() throws Exception {
        errands.accept("e1", LONG);
        try (RequestWatch<Errand> here = errands.requests.watching(LONG);
                RequestWatch<Errand> there = others.requests.watching(Duration.ofMillis(10))) {
            CompletionStage<Optional<AcceptedRequest<Errand>>> woken =
                    here.await("e1", request -> request.version() > 1, LONG);
            CompletionStage<Optional<AcceptedRequest<Errand>>> looking =
                    there.await("e1", request -> request.version() > 1, LONG);
            errands.move("e1", UNDER_WAY, "m1");
            assertThat(woken.toCompletableFuture().get().orElseThrow().state()).isEqualTo(UNDER_WAY);
            assertThat(looking.toCompletableFuture().get().orElseThrow().state())
                    .isEqualTo(UNDER_WAY);
            // The keeper's commits are told without a word from the service.
            try (RequestKeeper keeper = errands.keeping()) {
                assertThat(keeper).isNotNull();
                CompletionStage<Optional<AcceptedRequest<Errand>>> end = here.await("e2", AcceptedRequest::ended, LONG);
                assertThat(end.toCompletableFuture().get()).isEmpty();
                errands.accept("e3", OVER);
                assertThat(here.await("e3", AcceptedRequest::ended, LONG)
                                .toCompletableFuture()
                                .get()
                                .orElseThrow()
                                .state())
                        .isEqualTo(Errand.TIMED_OUT);
            }
        }
    }

    private static <T> void again(Callable<T> work) {
        Await.until("it is done", () -> {
            try {
                work.call();
                return true;
            } catch (Exception e) {
                return false;
            }
        });
    }

    private static Callable<Change<Errand>> move(Errands service, String id, Errand to, String cause) {
        return () -> service.move(id, to, cause);
    }

    private void step(String id, String name) {
        try {
            assertThat(errands.step(id, name).applied()).isTrue();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void settled(int restless) {
        Await.until(
                "no more than " + restless + " are left",
                () -> database.texts("SELECT id FROM tidings_accepted_request WHERE look_at IS NOT NULL")
                                .size()
                        == restless);
    }

    private static RequestHandler<Errand> failingOnceEach(RequestHandler<Errand> handler, AtomicInteger failures) {
        return new RequestHandler<>() {
            @Override
            public void timedOut(AcceptedRequest<Errand> request) throws Exception {
                handler.timedOut(request);
                if (request.id().equals("bad") && failures.compareAndSet(0, 1)) {
                    throw new IllegalStateException("a bug");
                }
            }

            @Override
            public void undo(AcceptedRequest<Errand> request, Step step) throws Exception {
                handler.undo(request, step);
                if (failures.compareAndSet(1, 2)) {
                    throw new IllegalStateException("another bug");
                }
            }
        };
    }

    /** A connection that breaks at one of its calls: before it, or just after it, so that the caller does not know. */
    private static final class Mishap {
        private final int at;
        private int calls;

        Mishap(int at) {
            this.at = at;
        }

        synchronized boolean happened() {
            return calls > at;
        }

        private synchronized boolean next() {
            return calls++ == at;
        }

        DataSource over(DataSource source) {
            return BreakingConnection.over(source, this::next);
        }
    }
}
