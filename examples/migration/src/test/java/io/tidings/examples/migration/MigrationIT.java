package io.tidings.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.messaging.majors.Majors;
import io.tidings.testing.TidingsExtension;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** All steps of a migration, with two instances of each service, which are restarted one after the other while prices change. */
class MigrationIT {

    @RegisterExtension
    static final TidingsExtension tidings =
            TidingsExtension.builder().kafka().registry().postgres().build();

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<String> DISHES = List.of("soup", "pizza", "tea", "rice", "fish");

    private static DataSource database;

    private final List<Kitchen> kitchens = new ArrayList<>();
    private final List<Subscription> boards = new ArrayList<>();
    private final Map<String, Long> changes = new TreeMap<>();

    @BeforeAll
    static void createTables() throws SQLException {
        database = tidings.newDataSource();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            JdbcOutbox.createTables(connection);
            JdbcIdempotentReceiver.createTables(connection);
            statement.execute(
                    "CREATE TABLE dish (id text PRIMARY KEY, price numeric NOT NULL, version bigint NOT NULL)");
            statement.execute(
                    "CREATE TABLE shown (line bigserial PRIMARY KEY, dish text, price numeric, version bigint)");
        }
    }

    @AfterEach
    void close() {
        boards.forEach(Subscription::close);
        kitchens.forEach(Kitchen::close);
    }

    @Test
    void eachPriceIsShownOnceAndInOrderThroughAllSteps() throws Exception {
        kitchens(Majors.OLDER);
        change(3);
        boards(Majors.OLDER);
        change(3);
        // Version 2 is released. The owner writes both.
        kitchens(Majors.BOTH);
        change(3);
        // Readers read both: the newer one when they are done with what was told in the older one alone.
        boards(Majors.BOTH);
        for (Subscription board : boards) {
            assertThat(board.awaitReady(PATIENCE)).isTrue();
        }
        change(3);
        // They can do without the older one.
        boards(Majors.NEWER);
        change(3);
        // Nobody reads it any more: so the owner does not write it any more.
        kitchens(Majors.NEWER);
        change(3);

        tidings.eventually(PATIENCE, () -> assertThat(shown()).isEqualTo(told()));
    }

    @Test
    void whatTheOlderVersionCannotSayIsNotToldAtAll() throws Exception {
        Kitchen both = Kitchen.open(database, transport(), Majors.BOTH);
        kitchens.add(both);
        assertThatThrownBy(() -> both.price("sushi", new BigDecimal("12.00"), "JPY"))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("no currency but EUR");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM dish WHERE id = 'sushi'")) {
            row.next();
            assertThat(row.getLong(1)).isZero();
        }
    }

    private static KafkaTransport transport() {
        return tidings.transport();
    }

    /** One after the other; prices change when one is there already, and the other one is still the former. */
    private void kitchens(Majors written) throws SQLException {
        for (int instance = 0; instance < 2; instance++) {
            Kitchen next = Kitchen.open(database, transport(), written);
            if (kitchens.size() == 2) {
                kitchens.remove(0).close();
            }
            kitchens.add(next);
            change(1);
        }
    }

    private void boards(Majors read) throws SQLException {
        for (int instance = 0; instance < 2; instance++) {
            if (boards.size() == 2) {
                boards.remove(0).close();
            }
            boards.add(Board.open(database, transport(), read));
            change(1);
        }
    }

    /** By either instance. */
    private void change(int times) throws SQLException {
        for (int i = 0; i < times; i++) {
            for (String dish : DISHES) {
                long version = changes.merge(dish, 1L, Long::sum);
                kitchens.get((int) (version % kitchens.size())).price(dish, price(version), "EUR");
            }
        }
    }

    private static BigDecimal price(long version) {
        return BigDecimal.valueOf(500 + version, 2);
    }

    /** What there is to show: for each dish, each version with its price, from the first one on. */
    private Map<String, List<String>> told() {
        Map<String, List<String>> told = new TreeMap<>();
        changes.forEach((dish, last) -> told.put(
                dish,
                LongStream.rangeClosed(1, last)
                        .mapToObj(version -> version + ": " + price(version))
                        .toList()));
        return told;
    }

    private static Map<String, List<String>> shown() throws SQLException {
        Map<String, List<String>> shown = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT dish, version, price FROM shown ORDER BY line")) {
            while (rows.next()) {
                shown.computeIfAbsent(rows.getString(1), dish -> new ArrayList<>())
                        .add(rows.getLong(2) + ": " + rows.getBigDecimal(3));
            }
        }
        return shown;
    }
}
