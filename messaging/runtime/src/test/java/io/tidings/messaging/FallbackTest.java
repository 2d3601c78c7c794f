package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class FallbackTest {

    private static final CompletableFuture<String> AWAY =
            CompletableFuture.failedFuture(new TransientMessagingException("away", null));
    private static final CompletableFuture<String> REFUSED =
            CompletableFuture.failedFuture(new FaultReplyException("no", "refused"));

    @Test
    void standsInForWhatMayBeTriedAgain() throws Exception {
        Fallback<String> cached = failure -> "cached, since " + failure.getMessage();

        assertThat(Waiting.on(cached.over(AWAY))).isEqualTo("cached, since away");
        assertThat(Waiting.on(cached.over(AWAY.thenApply(answer -> answer)))).isEqualTo("cached, since away");
        assertThat(Waiting.on(cached.over(CompletableFuture.completedFuture("fresh"))))
                .isEqualTo("fresh");
        assertThatThrownBy(() -> Waiting.on(cached.over(REFUSED))).isInstanceOf(FaultReplyException.class);
    }

    @Test
    void standsInForAllIfItIsTold() throws Exception {
        assertThat(Waiting.on(
                        Fallback.<String>forAll(MessagingException::getMessage).over(REFUSED)))
                .isEqualTo("refused");
    }

    @Test
    void whatItThrowsFailsTheRequest() {
        Fallback<String> none = Fallback.none();
        Fallback<String> broken = failure -> {
            throw new PoisonMessageException("nothing is cached", failure);
        };

        assertThatThrownBy(() -> Waiting.on(none.over(AWAY))).isInstanceOf(TransientMessagingException.class);
        assertThatThrownBy(() -> Waiting.on(broken.over(AWAY))).isInstanceOf(PoisonMessageException.class);
    }
}
