package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {

    @Test
    void givesWhatTheStageGives() throws InterruptedException {
        assertThat(Waiting.on(CompletableFuture.completedFuture("reply"))).isEqualTo("reply");
    }

    @Test
    void failsAsTheStageFailed() {
        FaultReplyException fault = new FaultReplyException("closed", "Come back tomorrow");

        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(fault)))
                .isSameAs(fault);
        assertThatThrownBy(() -> Waiting.on(CompletableFuture.failedFuture(new IllegalStateException("odd"))))
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("odd");
    }
}
