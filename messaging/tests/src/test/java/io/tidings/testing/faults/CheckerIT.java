package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.embedded.KafkaBroker;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The checker finds what it is there for: each wrong is done by hand, to the books of a shop that worked well. */
class CheckerIT {
    private static final Duration NOT_LONG = Duration.ofMillis(200);
    private static final Duration SOON = Duration.ofMinutes(1);

    private Field field;
    private Customers customers;

    @BeforeEach
    void tradeWell() throws Exception {
        field = new Field(KafkaBroker.shared().bootstrapServers(), "consumer", "checker");
        customers = new Customers(field.transport(), field.prefix, 1, false, 1);
        try (Shop shop = field.shop(field.configuration(field.nextLife()), field.databaseUrl, Shop.HandlerPause.NONE)) {
            assertThat(shop.awaitReady(SOON)).isTrue();
            customers.order(3, 0, 1);
            customers.settle();
            Checker.Verdict verdict = new Checker(field, customers).check(SOON);
            assertThat(verdict).isEqualTo(new Checker.Verdict(3, 3, 0, 3, 0, 0, 0));
        }
    }

    @AfterEach
    void close() throws Exception {
        field.close();
    }

    @Test
    void seesEachWrong() throws Exception {
        assertWrong(
                "DELETE FROM effect WHERE number = 2",
                "INSERT INTO effect (seq, key, number, id) VALUES (2, 'customer-0', 2, 'customer-0-2')",
                "acknowledged, and lost");
        assertWrong(
                "INSERT INTO effect (seq, key, number, id) VALUES (9, 'customer-0', 3, 'customer-0-3')",
                "DELETE FROM effect WHERE seq = 9",
                "effects");
        assertWrong(
                "UPDATE effect SET seq = 9 WHERE number = 1",
                "UPDATE effect SET seq = 1 WHERE number = 1",
                "effects on customer-0");
        assertWrong(
                "INSERT INTO effect (seq, key, number, id) VALUES (9, 'customer-0', 4, 'customer-0-4')",
                "DELETE FROM effect WHERE seq = 9",
                "never sent");
        assertWrong("INSERT INTO pending VALUES ('customer-0-1', 0)", "DELETE FROM pending", "not answered");
        assertWrong(
                "INSERT INTO delivery (stream, place, life, share, done)"
                        + " SELECT stream, place, life, share, true FROM delivery WHERE seq = 1",
                "DELETE FROM delivery WHERE seq = 4",
                "without a crash or a revoke");
        assertThat(new Checker(field, customers).check(SOON).repeated()).isZero();

        execute("INSERT INTO delivery (stream, place, life, share, done)"
                + " SELECT stream, place, 'another', share, true FROM delivery WHERE seq = 1");
        assertThat(new Checker(field, customers).check(SOON).repeated()).isEqualTo(1);
    }

    private void assertWrong(String sql, String undo, String said) throws Exception {
        execute(sql);
        assertThatThrownBy(() -> new Checker(field, customers).check(NOT_LONG))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(said);
        execute(undo);
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = field.connections().pool().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
