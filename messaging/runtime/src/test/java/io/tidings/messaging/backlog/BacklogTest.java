package io.tidings.messaging.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BacklogTest {

    @Test
    void givesOutOneOfAKeyAtATimeAndOthersBesideIt() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1", "a2", "b1");

        Turn<String> first = backlog.take(1, 0);
        Turn<String> second = backlog.take(9, 0);

        assertThat(work(first)).containsExactly("a1");
        assertThat(work(second)).containsExactly("b1");
        assertThat(backlog.take(9, 0).isEmpty()).isTrue();
        backlog.settle(first);
        assertThat(work(backlog.take(9, 0))).containsExactly("a2");
    }

    @Test
    void keepsTheOrderOfThoseWithoutAKey() {
        Backlog<String> backlog = new Backlog<>(Progress.NONE);
        backlog.add(0, 0, null, "first");
        backlog.add(1, 0, null, "second");

        Turn<String> turn = backlog.take(1, 0);

        assertThat(backlog.take(1, 0).isEmpty()).isTrue();
        assertThat(work(turn)).containsExactly("first");
    }

    @Test
    void leavesWhatFollowsAFailureOfItsKeyForLater() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1", "a2", "a3");
        Turn<String> turn = backlog.take(3, 0);
        @Nullable Task<String> failing = turn.next();
        assertThat(failing).isNotNull();
        failing.retryAt(10);

        assertThat(turn.next()).isNull();
        backlog.settle(turn);

        assertThat(backlog.take(3, 9).isEmpty()).isTrue();
        assertThat(backlog.nextDue()).hasValue(10);
        assertThat(work(backlog.take(3, 10))).containsExactly("a1", "a2", "a3");
    }

    @Test
    void givesOutAnErrandByItselfAfterWhatWaitsOfItsKey() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1", "b1");
        backlog.addErrand("a".getBytes(StandardCharsets.UTF_8), "a errand");
        backlog.addErrand("c".getBytes(StandardCharsets.UTF_8), "c errand");

        Turn<String> messages = backlog.take(9, 0);
        Turn<String> errand = backlog.take(9, 0);

        assertThat(work(messages)).containsExactly("a1", "b1");
        assertThat(work(errand)).containsExactly("c errand");
        assertThat(backlog.take(9, 0).isEmpty()).as("the key is at work").isTrue();
        backlog.settle(messages);
        assertThat(work(backlog.take(9, 0))).containsExactly("a errand");
        assertThat(backlog.progress()).map(Progress::position).hasValue(2L);
    }

    @Test
    void hasASuccessorSkipWhatIsDoneAboveASlowOne() {
        Backlog<String> backlog = backlog(Progress.NONE, "slow1", "a1", "b1", "a2");
        backlog.take(1, 0);
        Turn<String> others = backlog.take(9, 0);
        work(others);
        backlog.settle(others);

        Progress committed = backlog.progress().orElseThrow();
        Backlog<String> successor = backlog(committed, "slow1", "a1", "b1", "a2", "c1");

        assertThat(committed.position()).isZero();
        Turn<String> rest = successor.take(9, 0);
        assertThat(work(rest)).containsExactly("slow1", "c1");
        successor.settle(rest);
        assertThat(successor.progress()).contains(new Progress(5, "", 0));
    }

    @Test
    void skipsNothingWhereTheLogWasTruncatedAndWrittenAgain() {
        Backlog<String> backlog = backlog(Progress.NONE, "slow1", "a1");
        backlog.take(1, 0);
        Turn<String> other = backlog.take(1, 0);
        work(other);
        backlog.settle(other);

        Backlog<String> successor = new Backlog<>(backlog.progress().orElseThrow());
        successor.add(0, 0, key("slow1"), "slow1");
        successor.add(1, 1, key("other1"), "other1");

        assertThat(work(successor.take(9, 0))).containsExactly("slow1", "other1");
    }

    @Test
    void doesAgainWhatItsPositionWasSetBackTo() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1", "b1", "c1");
        Turn<String> turn = backlog.take(9, 0);
        work(turn);
        backlog.settle(turn);

        backlog.add(1, 0, key("b1"), "b1");

        assertThat(backlog.progress()).map(Progress::position).hasValue(1L);
        assertThat(work(backlog.take(9, 0))).containsExactly("b1");
    }

    @Test
    void doesNotCountWhatWasGivenOutBeforeThePositionWasSetBack() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1", "b1");
        Turn<String> before = backlog.take(9, 0);

        backlog.add(0, 0, key("c1"), "c1");
        work(before);
        backlog.settle(before);

        assertThat(backlog.progress()).isEmpty();
    }

    @Test
    void commitsNothingBeforeAnythingIsDone() {
        Backlog<String> backlog = backlog(Progress.NONE, "a1");

        assertThat(backlog.progress()).isEmpty();
    }

    /** The key is the text without its digit. */
    private static Backlog<String> backlog(Progress committed, String... texts) {
        Backlog<String> backlog = new Backlog<>(committed);
        for (int i = 0; i < texts.length; i++) {
            backlog.add(i, 0, key(texts[i]), texts[i]);
        }
        return backlog;
    }

    private static byte[] key(String text) {
        return text.substring(0, text.length() - 1).getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> work(Turn<String> turn) {
        List<String> worked = new ArrayList<>();
        for (@Nullable Task<String> task = turn.next(); task != null; task = turn.next()) {
            worked.add(task.item());
            task.done();
        }
        return worked;
    }
}
