package io.tidings.messaging.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

    private static final RetryPolicy POLICY = new RetryPolicy(Duration.ofMillis(100), Duration.ofSeconds(10), 5);

    @Test
    void waitsTwiceAsLongAfterEachFailure() {
        assertThat(POLICY.backoff(1)).isEqualTo(Duration.ofMillis(100));
        assertThat(POLICY.backoff(2)).isEqualTo(Duration.ofMillis(200));
        assertThat(POLICY.backoff(4)).isEqualTo(Duration.ofMillis(800));
    }

    @Test
    void waitsNoLongerThanItMay() {
        assertThat(POLICY.backoff(8)).isEqualTo(Duration.ofSeconds(10));
        assertThat(POLICY.backoff(Integer.MAX_VALUE)).isEqualTo(Duration.ofSeconds(10));
        assertThat(new RetryPolicy(Duration.ofDays(1), Duration.ofDays(36_500), 1).backoff(60))
                .isEqualTo(Duration.ofDays(36_500));
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetryPolicy(Duration.ofSeconds(2), Duration.ofSeconds(1), 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RetryPolicy(Duration.ZERO, Duration.ZERO, 0));
    }
}
