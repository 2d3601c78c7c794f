package io.tidings.messaging.accepted;

import static io.tidings.messaging.accepted.Errand.DONE;
import static io.tidings.messaging.accepted.Errand.GIVEN_UP;
import static io.tidings.messaging.accepted.Errand.LIFECYCLE;
import static io.tidings.messaging.accepted.Errand.PENDING;
import static io.tidings.messaging.accepted.Errand.REFUSED;
import static io.tidings.messaging.accepted.Errand.TIMED_OUT;
import static io.tidings.messaging.accepted.Errand.UNDER_WAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifecycleTest {

    @Test
    void whatFollowsNothingIsAnEnd() {
        assertThat(LIFECYCLE.ends(DONE)).isTrue();
        assertThat(LIFECYCLE.ends(UNDER_WAY)).isFalse();
        assertThat(LIFECYCLE.next(UNDER_WAY)).containsExactlyInAnyOrder(DONE, REFUSED, GIVEN_UP, TIMED_OUT);
        assertThat(LIFECYCLE.undoes(DONE)).isFalse();
        assertThat(LIFECYCLE.undoes(TIMED_OUT)).isTrue();
        assertThat(LIFECYCLE.state("DONE")).isEqualTo(DONE);
    }

    @Test
    void moves() {
        assertThat(judge(PENDING, "accepted", Move.to(UNDER_WAY, "m1"))).isEqualTo(Verdict.APPLIED);
        assertThat(judge(UNDER_WAY, "m1", Move.to(UNDER_WAY, "m1"))).isEqualTo(Verdict.DUPLICATE);
        assertThat(judge(UNDER_WAY, "m1", Move.to(UNDER_WAY, "m2"))).isEqualTo(Verdict.LATE);
        assertThat(judge(PENDING, "accepted", Move.to(DONE, "m1"))).isEqualTo(Verdict.EARLY);
    }

    @Test
    void whatHasEndedMovesNoMore() {
        assertThat(judge(DONE, "m2", Move.to(DONE, "m2"))).isEqualTo(Verdict.DUPLICATE);
        assertThat(judge(DONE, "m2", Move.to(DONE, "m3"))).isEqualTo(Verdict.LATE);
        assertThat(judge(DONE, "m2", Move.to(UNDER_WAY, "m1"))).isEqualTo(Verdict.LATE);
        assertThat(judge(TIMED_OUT, "timed-out", Move.to(DONE, "m2"))).isEqualTo(Verdict.LATE);
    }

    @Test
    void aConditionalMoveIsRefusedIfTheRequestHasMoved() {
        assertThat(judge(PENDING, "accepted", Move.to(GIVEN_UP, "client").ifVersion(3)))
                .isEqualTo(Verdict.APPLIED);
        assertThat(judge(PENDING, "accepted", Move.to(GIVEN_UP, "client").ifVersion(2)))
                .isEqualTo(Verdict.STALE);
        // Its answer was lost, and it is asked again.
        assertThat(judge(GIVEN_UP, "client", Move.to(GIVEN_UP, "client").ifVersion(2)))
                .isEqualTo(Verdict.DUPLICATE);
    }

    @Test
    void aDeclarationThatIsNoneSaysWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Lifecycle.startingAs(PENDING).move(PENDING, DONE).build())
                .withMessageContaining("timingOutAs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifecycle.startingAs(PENDING)
                        .move(PENDING, DONE)
                        .timingOutAs(PENDING, "late")
                        .build())
                .withMessageContaining("nothing may follow it");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifecycle.startingAs(PENDING)
                        .move(UNDER_WAY, DONE)
                        .timingOutAs(TIMED_OUT, "late")
                        .build())
                .withMessage("Nothing leads from PENDING to [UNDER_WAY]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Lifecycle.startingAs(PENDING)
                        .move(PENDING, UNDER_WAY)
                        .move(UNDER_WAY, DONE)
                        .undoing(UNDER_WAY)
                        .timingOutAs(TIMED_OUT, "late")
                        .build())
                .withMessageContaining("UNDER_WAY is no end");
        assertThatThrownBy(() -> Move.to(DONE, " ")).hasMessageContaining("needs a cause");
        assertThatThrownBy(() -> Move.to(DONE, "x").withPatience(Duration.ofMillis(-1)))
                .hasMessageContaining("not PT-0.001S");
    }

    @Test
    void aStateThatIsGoneFromTheProgramIsNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> LIFECYCLE.state("STUCK"))
                .withMessageContaining("STUCK, which Errand lacks")
                .withMessageContaining("put it back");
    }

    private static Verdict judge(Errand state, String cause, Move<Errand> move) {
        Instant ended = LIFECYCLE.ends(state) ? Instant.EPOCH : null;
        return LIFECYCLE.judge(
                new AcceptedRequest<>("e", state, 3, Instant.EPOCH, Instant.EPOCH, ended, cause, null), move);
    }
}
