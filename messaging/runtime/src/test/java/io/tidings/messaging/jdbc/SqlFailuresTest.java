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
    @ValueSource(
            strings = {"08006", "08001", "40001", "40P01", "53300", "55P03", "57014", "25P03", "25P04", "57P01", "57P03"
            })
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
    void theOthersHaveWordsOfTheirOwn() {
        assertThat(SqlFailures.isTransient(new SQLException("MariaDB waited for a lock", "HY000", 1205)))
                .isTrue();
        assertThat(SqlFailures.isTransient(new SQLException("H2 waited for a lock", "HYT00", 50200)))
                .isTrue();
        assertThat(SqlFailures.isTransient(new SQLException("MariaDB has an error", "HY000", 1105)))
                .isFalse();
        assertThat(SqlFailures.describe("Storing", new SQLException("no table", "42S02")))
                .contains("createTables");
    }

    @Test
    void anOperatorIsToldWhatToDoAndNotWhereInTheStatement() {
        SQLException missing =
                new SQLException("ERROR: relation \"tidings_outbox\" does not exist\n  Position: 21", "42P01");
        assertThat(SqlFailures.describe("Looking", missing))
                .startsWith("Looking failed: ERROR: relation \"tidings_outbox\" does not exist. Create")
                .contains("tidings/postgresql/*.sql", "search path")
                .doesNotContain("Position");
        SQLException denied = new SQLException("ERROR: permission denied for table tidings_relay_lease", "42501");
        assertThat(SqlFailures.describe("Looking", denied))
                .contains("GRANT SELECT, INSERT, UPDATE, DELETE ON tidings_relay_lease TO");
        assertThat(SqlFailures.describe("Creating", new SQLException("permission denied for schema public", "42501")))
                .contains("createTables(connection)");
    }

    @Test
    void onlyARefusalIsSureThatNothingWasCommitted() {
        assertThat(SqlFailures.isRefusal(new SQLException("deadlock", "40P01"))).isTrue();
        assertThat(SqlFailures.isRefusal(new SQLException("a deferred constraint", "23505")))
                .isTrue();
        assertThat(SqlFailures.isRefusal(new SQLException("the network broke", "08006")))
                .isFalse();
        assertThat(SqlFailures.isRefusal(new SQLException("the server shuts down", "57P01")))
                .isFalse();
        assertThat(SqlFailures.isRefusal(new SQLException("nobody knows", "40003")))
                .isFalse();
        assertThat(SqlFailures.asksToRepeat(new SQLException("nobody knows", "40003")))
                .isFalse();
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
