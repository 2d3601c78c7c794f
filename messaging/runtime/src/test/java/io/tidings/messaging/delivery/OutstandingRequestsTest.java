package io.tidings.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.Metadata;
import io.tidings.messaging.Received;
import io.tidings.messaging.ReplyCounts;
import io.tidings.messaging.TransientMessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutstandingRequestsTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    private static final Received<String, String> REPLY = new Received<>(
            null,
            null,
            "reply",
            Metadata.of("id", "source", "type", Instant.EPOCH),
            new Received.Origin("replies", 0, 0, Instant.EPOCH),
            Map.of());

    private final OutstandingRequests requests = new OutstandingRequests("test", 2);

    @AfterEach
    void close() {
        requests.close();
    }

    @Test
    void joinAReplyToItsRequest() throws Exception {
        CompletableFuture<Received<?, ?>> one = requests.admit("one", LONG);
        CompletableFuture<Received<?, ?>> other = requests.admit("other", LONG);

        assertThat(requests.expects("one")).isTrue();
        requests.complete("one", REPLY);

        assertThat(one.get(10, TimeUnit.SECONDS)).isEqualTo(REPLY);
        assertThat(other).isNotDone();
        assertThat(requests.size()).isEqualTo(1);
    }

    @Test
    void admitNoMoreThanThereIsRoomFor() {
        assertThat(requests.admit("one", LONG)).isNotDone();
        assertThat(requests.admit("two", LONG)).isNotDone();

        assertThatThrownBy(() -> requests.admit("three", LONG).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("tidings.request.outstanding.max");

        requests.complete("one", REPLY);
        assertThat(requests.admit("three", LONG)).isNotDone();
    }

    @Test
    void refuseASecondRequestWithTheSameCorrelationId() {
        assertThat(requests.admit("one", LONG)).isNotDone();

        assertThat(requests.admit("one", LONG)).isCompletedExceptionally();
        assertThat(requests.size()).isEqualTo(1);
    }

    @Test
    void tellLateFromDuplicateFromUnknown() {
        CompletableFuture<Received<?, ?>> expired = requests.admit("expired", Duration.ZERO);
        assertThatThrownBy(() -> expired.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("'expired'");
        assertThat(requests.admit("answered", LONG)).isNotDone();
        requests.complete("answered", REPLY);

        assertThat(requests.expects("expired")).isFalse();
        assertThat(requests.expects("answered")).isFalse();
        assertThat(requests.expects("never asked")).isFalse();
        assertThat(requests.expects(null)).isFalse();

        assertThat(requests.counts()).isEqualTo(new ReplyCounts(1, 1, 1, 2));
    }

    @Test
    void completeOnOtherThreadsThanTheOneThatReads() throws Exception {
        Thread reader = Thread.currentThread();
        CompletableFuture<Thread> continuation = requests.admit("one", LONG).thenApply(reply -> Thread.currentThread());

        requests.complete("one", REPLY);

        assertThat(continuation.get(10, TimeUnit.SECONDS)).isNotEqualTo(reader);
    }

    @Test
    void endWhenTheyAreClosed() {
        CompletableFuture<Received<?, ?>> pending = requests.admit("one", LONG);

        requests.close();

        assertThatThrownBy(() -> pending.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(TransientMessagingException.class);
        assertThat(requests.admit("two", LONG)).isCompletedExceptionally();
        assertThat(requests.size()).isZero();
    }
}
