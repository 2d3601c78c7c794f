package io.tidings.messaging.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.TransientMessagingException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlFailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "40001", "40P01", "53300", "55P03", "57014", "57P01", "57P03"})
    void passesByItself(String state) {
        assertThat(SqlFailures.translate("Storing", new SQLException("reason", state)))
                .isInstanceOf(TransientMessagingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"22021", "23502", "54000"})
    void isThisValuesFault(String state) {
        assertThat(SqlFailures.translate("Storing", new SQLException("reason", state)))
                .isInstanceOf(PoisonMessageException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"42P01", "42501", "25P02", "0", ""})
    void isOurCallersFault(String state) {
        assertThat(SqlFailures.translate("Storing", new SQLException("reason", state)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Storing failed: reason");
    }

    @Test
    void aPoolThatTimesOutIsTransientWithoutAState() {
        assertThat(SqlFailures.isTransient(new SQLTransientConnectionException("timeout")))
                .isTrue();
    }

    @Test
    void causesAreSearchedEvenIfTheyGoInCircles() {
        SQLException lost = new SQLException("gone", "08006");
        assertThat(SqlFailures.transientCause(new IllegalStateException(new RuntimeException(lost))))
                .hasValue(lost);
        Exception one = new Exception();
        Exception two = new Exception(one);
        one.initCause(two);
        assertThat(SqlFailures.transientCause(one)).isEmpty();
    }
}
