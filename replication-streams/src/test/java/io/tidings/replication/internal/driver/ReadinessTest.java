package io.tidings.replication.internal.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private final Readiness readiness = new Readiness();

    @Test
    void anEpochIsReadyOnceItHasCaughtUp() throws InterruptedException {
        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.await(Duration.ZERO)).isFalse();

        readiness.caughtUp(readiness.epoch());

        assertThat(readiness.ready()).isTrue();
        assertThat(readiness.await(Duration.ZERO)).isTrue();
    }

    @Test
    void whatWasSeenBeforeAnEpochBeganSaysNothingAboutIt() {
        long seen = readiness.epoch();
        readiness.newEpoch();

        readiness.caughtUp(seen);

        assertThat(readiness.ready()).isFalse();
    }

    @Test
    void waitersLearnOfReadinessAndOfFailure() {
        var waiting = CompletableFuture.supplyAsync(this::awaitLong);
        readiness.caughtUp(readiness.epoch());
        assertThat(waiting.join()).isTrue();

        readiness.newEpoch();
        var failing = CompletableFuture.supplyAsync(this::awaitLong);
        readiness.fail(new IllegalStateException("first"));
        readiness.fail(new IllegalStateException("second"));

        assertThat(failing.join()).isTrue();
        assertThat(readiness.failure()).hasMessage("first");
        assertThat(readiness.ready()).isFalse();
    }

    private boolean awaitLong() {
        try {
            return readiness.await(Duration.ofSeconds(Long.MAX_VALUE));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
