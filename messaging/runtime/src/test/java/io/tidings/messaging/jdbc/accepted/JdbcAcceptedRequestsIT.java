package io.tidings.messaging.jdbc.accepted;

import static io.tidings.messaging.accepted.Errand.DONE;
import static io.tidings.messaging.accepted.Errand.GIVEN_UP;
import static io.tidings.messaging.accepted.Errand.PENDING;
import static io.tidings.messaging.accepted.Errand.REFUSED;
import static io.tidings.messaging.accepted.Errand.TIMED_OUT;
import static io.tidings.messaging.accepted.Errand.UNDER_WAY;
import static io.tidings.messaging.jdbc.accepted.Errands.LONG;
import static io.tidings.messaging.jdbc.accepted.Errands.OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.accepted.AcceptedRequest;
import io.tidings.messaging.accepted.AcceptedRequests;
import io.tidings.messaging.accepted.Change;
import io.tidings.messaging.accepted.Errand;
import io.tidings.messaging.accepted.Move;
import io.tidings.messaging.accepted.RequestWatch;
import io.tidings.messaging.accepted.Verdict;
import io.tidings.messaging.jdbc.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one transaction does to a request. */
class JdbcAcceptedRequestsIT {
    private Database database;
    private Errands errands;

    @BeforeEach
    void tables() throws SQLException {
        database = Errands.newDatabase();
        errands = new Errands(database.source());
    }

    @Test
    void aRequestIsAcceptedWithWhatBelongsToItOrNotAtAll() throws SQLException {
        try (Connection transaction = database.begin()) {
            AcceptedRequests<Errand> requests = errands.requests.in(transaction);
            errands.told(transaction, requests.accept("e1", LONG));
            transaction.rollback();
        }
        assertThat(find("e1").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Errands.told(database, "e1")).isEmpty();

        AcceptedRequest<Errand> request = errands.accept("e1", LONG).orElseThrow();
        assertThat(request.state()).isEqualTo(PENDING);
        assertThat(request.version()).isEqualTo(1);
        assertThat(request.cause()).isEqualTo("accepted");
        assertThat(request.outcome()).isNull();
        assertThat(request.ended()).isFalse();
        assertThat(Duration.between(request.acceptedAt(), request.dueAt())).isBetween(LONG.minusSeconds(1), LONG);
        assertThat(Errands.told(database, "e1")).containsExactly("PENDING 1");
        assertThat(database.count("tidings_outbox")).isEqualTo(1);
    }

    @Test
    void whoAsksTwiceIsAcceptedOnce() throws SQLException {
        errands.accept("e1", LONG);
        errands.move("e1", UNDER_WAY, "m1");
        Change<Errand> again = errands.accept("e1", LONG);
        assertThat(again.verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(again.orElseThrow().state()).isEqualTo(UNDER_WAY);
        assertThat(Errands.told(database, "e1")).containsExactly("PENDING 1", "UNDER_WAY 2");
    }

    @Test
    void whoeverHasEndedIsNotWokenAnyMore() {
        for (int i = 0; i < 3; i++) {
            try (RequestKeeper keeper = errands.keeping();
                    RequestWatch<Errand> watch = errands.requests.watching(LONG)) {
                assertThat(keeper.ended()).isFalse();
                assertThat(watch.ended()).isFalse();
                errands.requests.wake();
            }
            assertThat(errands.requests.sleepers()).isBetween(1, 2);
        }
    }

    @Test
    void anIdIsUniqueAmongItsKind() throws SQLException {
        errands.accept("e1", LONG);
        JdbcAcceptedRequests<Errand> others = new JdbcAcceptedRequests<>(database.source(), "other", Errand.LIFECYCLE);
        try (Connection transaction = database.begin()) {
            assertThat(others.in(transaction).find("e1")).isEmpty();
            assertThat(others.in(transaction).accept("e1", LONG).applied()).isTrue();
            transaction.commit();
        }
        assertThat(others.counts()).isEqualTo(new AcceptedCounts(1, 0, 0, 0));
    }

    @Test
    void whatComesTwiceLateOrEarlyChangesNothingAndIsToldApart() throws SQLException {
        errands.accept("e1", LONG);
        assertThat(errands.move("e1", DONE, "m2").verdict()).isEqualTo(Verdict.EARLY);
        assertThat(errands.move("e1", UNDER_WAY, "m1").verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(errands.move("e1", UNDER_WAY, "m1").verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(errands.move("e1", DONE, "m2").verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(errands.move("e1", DONE, "m2").verdict()).isEqualTo(Verdict.DUPLICATE);
        assertThat(errands.move("e1", GIVEN_UP, "client").verdict()).isEqualTo(Verdict.LATE);
        assertThat(errands.move("e2", DONE, "m3").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Errands.told(database, "e1")).containsExactly("PENDING 1", "UNDER_WAY 2", "DONE 3");
        AcceptedRequest<Errand> ended = find("e1").orElseThrow();
        assertThat(ended.version()).isEqualTo(3);
        assertThat(ended.endedAt()).isAfter(ended.acceptedAt());
    }

    @Test
    void aConditionalMoveAnOutcomeAndMoreTime() throws SQLException {
        errands.accept("e1", OVER);
        Change<Errand> moved = errands.transaction((requests, transaction) ->
                requests.move("e1", Move.to(UNDER_WAY, "m1").withPatience(LONG).withOutcome("on its way")));
        assertThat(moved.orElseThrow().dueAt())
                .isAfter(moved.orElseThrow().acceptedAt().plusSeconds(3000));
        Change<Errand> stale = errands.transaction((requests, transaction) ->
                requests.move("e1", Move.to(GIVEN_UP, "client").ifVersion(1)));
        assertThat(stale.verdict()).isEqualTo(Verdict.STALE);
        // What the client was told stays until it is told something else.
        assertThat(errands.move("e1", DONE, "m2").orElseThrow().outcome()).isEqualTo("on its way");
        assertThat(errands.requests.counts()).isEqualTo(new AcceptedCounts(0, 0, 0, 0));
    }

    @Test
    void aStepBeginsOnceAndNotAfterTheEnd() throws SQLException {
        assertThat(errands.step("e1", "ticket").verdict()).isEqualTo(Verdict.UNKNOWN);
        errands.accept("e1", LONG);
        assertThat(errands.step("e1", "ticket").applied()).isTrue();
        assertThat(errands.step("e1", "ticket").verdict()).isEqualTo(Verdict.DUPLICATE);
        errands.move("e1", REFUSED, "m1");
        assertThat(errands.step("e1", "payment").verdict()).isEqualTo(Verdict.LATE);
        assertThat(Errands.told(database, "e1")).containsExactly("PENDING 1", "ticket", "REFUSED 2");
        assertThat(errands.requests.counts()).isEqualTo(new AcceptedCounts(0, 0, 1, 0));
    }

    @Test
    void anEventFindsItsRequest() throws SQLException {
        errands.accept("e1", LONG);
        errands.accept("e2", LONG);
        assertThat(correlate("e1", "payment-7")).isEqualTo(Verdict.APPLIED);
        assertThat(correlate("e1", "payment-7")).isEqualTo(Verdict.DUPLICATE);
        assertThat(correlate("e2", "payment-7")).isEqualTo(Verdict.LATE);
        assertThat(correlate("e3", "payment-8")).isEqualTo(Verdict.UNKNOWN);
        assertThat(correlated("payment-7")).contains("e1");
        assertThat(correlated("nobody's")).isEmpty();
    }

    @Test
    void whatIsNeededLaterIsRemembered() throws SQLException {
        byte[] remembered = "two pizzas".getBytes(StandardCharsets.UTF_8);
        assertThat(errands.transaction((requests, transaction) -> requests.accept("e1", LONG, remembered))
                        .applied())
                .isTrue();
        assertThat(context("e1")).hasValueSatisfying(found -> assertThat(found).isEqualTo(remembered));
        assertThat(context("e2")).isEmpty();
    }

    @Test
    void whatIsDoneWithIsForgottenWithItsStepsAndTheRestIsNot() throws SQLException {
        errands.accept("pending", LONG);
        errands.accept("done", LONG);
        errands.step("done", "ticket");
        correlate("done", "c");
        errands.move("done", UNDER_WAY, "m1");
        errands.move("done", DONE, "m2");
        errands.accept("undoing", LONG);
        errands.step("undoing", "ticket");
        errands.move("undoing", REFUSED, "m1");
        assertThat(errands.requests.purge(LONG)).isZero();
        assertThat(errands.requests.purge(Duration.ZERO)).isEqualTo(1);
        assertThat(errands.requests.counts()).isEqualTo(new AcceptedCounts(1, 0, 1, 0));
        assertThat(database.count("tidings_accepted_step")).isEqualTo(1);
        assertThat(database.count("tidings_accepted_correlation")).isZero();
        assertThat(errands.accept("done", LONG).applied()).isTrue();
    }

    @Test
    void mistakesAreSaidPlainly() throws SQLException {
        try (Connection careless = database.connect()) {
            AcceptedRequests<Errand> requests = errands.requests.in(careless);
            assertThatThrownBy(() -> requests.accept("e1", LONG))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
            assertThatThrownBy(() -> requests.move("e1", Move.to(DONE, "m1")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
            assertThatIllegalArgumentException().isThrownBy(() -> requests.accept(" ", LONG));
            assertThatIllegalArgumentException().isThrownBy(() -> requests.accept("e1", LONG.negated()));
        }
        Database bare = Database.empty();
        assertThatThrownBy(() -> new Errands(bare.source()).requests.counts())
                .hasMessageContaining("createTables(connection)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> errands.requests.keeping(errands::handler, Duration.ZERO, () -> {}));
    }

    @Test
    void aDatabaseThatIsAwayMayBeTriedAgain() throws SQLException {
        errands.accept("e1", LONG);
        try (Connection transaction = database.begin()) {
            AcceptedRequests<Errand> requests = errands.requests.in(transaction);
            assertThat(requests.find("e1")).isPresent();
            database.cutConnections();
            assertThatThrownBy(() -> requests.move("e1", Move.to(TIMED_OUT, "m1")))
                    .isInstanceOf(TransientMessagingException.class);
        }
    }

    private Change<Errand> find(String id) throws SQLException {
        return errands.transaction((requests, transaction) -> requests.find(id))
                .map(request -> new Change<>(Verdict.APPLIED, request))
                .orElseGet(() -> new Change<>(Verdict.UNKNOWN, null));
    }

    private Verdict correlate(String id, String correlationId) throws SQLException {
        return errands.transaction((requests, transaction) -> requests.correlate(id, correlationId));
    }

    private Optional<String> correlated(String correlationId) throws SQLException {
        return errands.transaction((requests, transaction) -> requests.correlated(correlationId));
    }

    private Optional<byte[]> context(String id) throws SQLException {
        return errands.transaction((requests, transaction) -> requests.context(id));
    }
}
