package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.jdbc.relay.OutboxReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** When {@code --once} has waited long enough. */
class RelayPatienceTest {
    private final AtomicLong clock = new AtomicLong();
    private final RelayPatience patience = new RelayPatience(Duration.ofSeconds(30), clock::get);

    private static OutboxReport report(long first, long backlog) {
        return new OutboxReport(
                backlog,
                Duration.ofSeconds(1),
                new OutboxReport.Waiting(first, "orders"),
                0,
                List.of(),
                List.of(new OutboxReport.Leader("shop", 0, "another", 7, Duration.ofSeconds(5))));
    }

    private boolean isOverAfter(int seconds, OutboxReport report) {
        clock.addAndGet(Duration.ofSeconds(seconds).toNanos());
        return patience.isOver(report);
    }

    @Test
    void lastsWhileTheFirstMessageMovesOnHoweverMuchIsWritten() {
        for (int i = 0; i < 10; i++) {
            assertThat(isOverAfter(20, report(i, 100 + i))).isFalse();
        }
    }

    @Test
    void lastsWhileLessWaitsThanEver() {
        for (int i = 0; i < 10; i++) {
            assertThat(isOverAfter(20, report(1, 100 - i))).isFalse();
        }
    }

    @Test
    void endsWhenOthersComeAndGoBehindOneThatAnotherRelayCannotSend() {
        assertThat(isOverAfter(0, report(5, 3))).isFalse();
        assertThat(isOverAfter(20, report(5, 9))).isFalse();
        assertThat(isOverAfter(20, report(5, 3))).isTrue();
        assertThat(patience.reason(report(5, 3)))
                .isEqualTo(
                        "nothing was sent for 30 s; the first that waits is id 5 to orders; shard 0 of shop is led by"
                                + " another, whose log may say more");
    }
}
