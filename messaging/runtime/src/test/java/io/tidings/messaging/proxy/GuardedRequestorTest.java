package io.tidings.messaging.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Channel;
import io.tidings.messaging.CircuitOpenException;
import io.tidings.messaging.FaultReplyException;
import io.tidings.messaging.Gather;
import io.tidings.messaging.Gathered;
import io.tidings.messaging.KeyType;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.Requestor;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.TooManyRequestsException;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.observe.RequestEvent.BreakerState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class GuardedRequestorTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration OPEN = Duration.ofSeconds(5);

    private final Script script = new Script();
    private final Watch watch = new Watch();
    private final List<BreakerState> changes = new ArrayList<>();
    private final GuardedRequestor requestor =
            (GuardedRequestor) GuardedRequestor.around(script, new BreakerSettings(50, 4, OPEN), watch, changes::add);

    @Test
    void opensWhenHalfOfTheLastRequestsFailed() {
        fail(4);

        assertThatThrownBy(() -> ask("stock").get())
                .cause()
                .isInstanceOfSatisfying(CircuitOpenException.class, open -> {
                    assertThat(open.since()).isEqualTo(START);
                    assertThat(open.nextAttempt()).isEqualTo(START.plus(OPEN));
                })
                .hasMessageContainingAll("'stock'", "away");
        assertThat(requestor.openCircuits()).containsExactly("stock");
        assertThat(changes).containsExactly(BreakerState.OPEN);
        assertThat(script.asked).isEqualTo(2);
    }

    @Test
    void leavesOnlyThatAddressAlone() {
        fail(2);
        script.next(CompletableFuture.completedFuture(null));

        assertThat(ask("price")).isCompleted();
    }

    @Test
    void closesWhenThoseThatAreTriedAreAnswered() {
        fail(2);
        watch.now = START.plus(OPEN).plusMillis(1);
        for (int i = 0; i < 3; i++) {
            script.next(CompletableFuture.completedFuture(null));
            assertThat(ask("stock")).isCompleted();
        }

        assertThat(requestor.openCircuits()).isEmpty();
    }

    @Test
    void opensAgainWhenThoseThatAreTriedFail() {
        fail(2);
        watch.now = START.plus(OPEN).plusMillis(1);
        fail(3);

        assertThatThrownBy(() -> ask("stock").get())
                .cause()
                .isInstanceOfSatisfying(
                        CircuitOpenException.class,
                        open -> assertThat(open.since()).isEqualTo(watch.now));
    }

    @Test
    void whatSaysNothingOfTheReplierDoesNotCount() {
        for (int i = 0; i < 10; i++) {
            script.next(CompletableFuture.failedFuture(new TooManyRequestsException(1)));
            script.next(CompletableFuture.failedFuture(new PoisonMessageException("too large", null)));
            script.next(CompletableFuture.failedFuture(new IllegalArgumentException("twice")));
            script.next(CompletableFuture.failedFuture(new FaultReplyException("no", "no")));
        }
        for (int i = 0; i < 40; i++) {
            assertThat(ask("stock")).isCompletedExceptionally();
        }

        assertThat(requestor.openCircuits()).isEmpty();
    }

    @Test
    void withoutAFailureRateNothingIsGuarded() {
        assertThat(GuardedRequestor.around(script, BreakerSettings.OFF)).isSameAs(script);
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            script.next(CompletableFuture.failedFuture(new TransientMessagingException("away", null)));
            assertThat(ask("stock")).isCompletedExceptionally();
        }
    }

    private CompletableFuture<Received<?, ?>> ask(String address) {
        Channel<String> channel = new Channel<>(address, address, KeyType.STRING);
        MessageType<String> type = new MessageType<>("text", String.class, Schema.create(Schema.Type.STRING));
        return requestor
                .request(OutgoingMessage.of(channel, type, "key", "text", SendOptions.NONE), OPEN)
                .toCompletableFuture();
    }

    /** Answers as it is told. */
    private static final class Script implements Requestor {
        private final Deque<CompletableFuture<Received<?, ?>>> answers = new ArrayDeque<>();
        private int asked;

        void next(CompletableFuture<Received<?, ?>> answer) {
            answers.add(answer);
        }

        @Override
        public <K, V> CompletionStage<Received<?, ?>> request(OutgoingMessage<K, V> message, Duration deadline) {
            asked++;
            return answers.remove();
        }

        @Override
        public <K, V> CompletionStage<Gathered<Received<?, ?>>> gather(OutgoingMessage<K, V> message, Gather until) {
            return CompletableFuture.completedFuture(new Gathered<>(List.of(), List.of(), false));
        }

        @Override
        public int outstanding() {
            return 0;
        }

        @Override
        public ReplyCounts replies() {
            return new ReplyCounts(0, 0, 0, 0);
        }

        @Override
        public void close() {}
    }

    private static final class Watch extends Clock {
        private Instant now = START;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
