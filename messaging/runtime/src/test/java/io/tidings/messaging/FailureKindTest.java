package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.registry.RegistryException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureKindTest {

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new TransientMessagingException("away", null), FailureKind.TRANSIENT),
                Arguments.of(new MissingTopicException("orders"), FailureKind.TRANSIENT),
                Arguments.of(new UnreachableException("a", "b", "c", null), FailureKind.TRANSIENT),
                Arguments.of(new PoisonMessageException("bad", null), FailureKind.POISON),
                Arguments.of(new FaultReplyException("code", "no"), FailureKind.POISON),
                Arguments.of(new RegistryException("away", true, 503), FailureKind.TRANSIENT),
                Arguments.of(new RegistryException("unknown id", false, 404), FailureKind.POISON),
                Arguments.of(new SQLTransientConnectionException("pool is empty"), FailureKind.TRANSIENT),
                Arguments.of(new SQLException("connection lost", "08006"), FailureKind.TRANSIENT),
                Arguments.of(new SQLException("serialization failure", "40001"), FailureKind.TRANSIENT),
                Arguments.of(new SQLException("shutting down", "57P01"), FailureKind.TRANSIENT),
                Arguments.of(new SQLException("duplicate key", "23505"), FailureKind.UNKNOWN),
                Arguments.of(new SQLException("no state"), FailureKind.UNKNOWN),
                Arguments.of(new TimeoutException("Kafka"), FailureKind.TRANSIENT),
                Arguments.of(new RecordTooLargeException("Kafka"), FailureKind.POISON),
                Arguments.of(new IOException("disk"), FailureKind.UNKNOWN),
                Arguments.of(new StackOverflowError(), FailureKind.UNKNOWN));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void isToldByTheException(Throwable failure, FailureKind kind) {
        assertThat(FailureKind.of(failure)).isEqualTo(kind);
    }

    @Test
    void isToldByACause() {
        assertThat(FailureKind.of(new IllegalStateException(new IOException(new SQLException("lost", "08006")))))
                .isEqualTo(FailureKind.TRANSIENT);
    }

    @Test
    void isDecidedByWhoWrappedTheCause() {
        SQLException lost = new SQLException("lost", "08006");

        assertThat(FailureKind.of(new PoisonMessageException("never", lost))).isEqualTo(FailureKind.POISON);
    }

    @Test
    void endsWhereCausesGoRoundInACircle() {
        Exception one = new Exception("one");
        Exception other = new Exception("other", one);
        one.initCause(other);

        assertThat(FailureKind.of(one)).isEqualTo(FailureKind.UNKNOWN);
    }
}
