package io.tidings.replication.internal.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.replication.internal.driver.Readiness;
import io.tidings.replication.internal.driver.StopSignal;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {

    private final Readiness readiness = new Readiness();
    private final StopSignal stop = new StopSignal();
    private final ThreadFailures failures = new ThreadFailures(readiness, stop);

    @Test
    void aThreadThatDiesIsReplaced() {
        assertThat(failures.handle(new StreamsException(new TransientMessagingException("away", null))))
                .isEqualTo(REPLACE_THREAD);
        assertThat(readiness.failure()).isNull();
    }

    @Test
    void whatNoNewThreadCanMendEndsTheApplication() {
        assertThat(failures.handle(new StreamsException(new TopicAuthorizationException("no"))))
                .isEqualTo(SHUTDOWN_CLIENT);
        assertThat(readiness.failure()).hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aClosingApplicationReplacesNothing() {
        stop.stop();

        assertThat(failures.handle(new StreamsException("late"))).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(readiness.failure()).isNull();
    }
}
