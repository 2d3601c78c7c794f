package io.tidings.testing;

import static io.tidings.testing.Letters.PARCEL;
import static io.tidings.testing.Letters.SOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.FaultProxy;
import io.tidings.embedded.KafkaBroker;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.Transport;
import io.tidings.testing.DeadLetterInspector.Letter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What docs/testing.md shows on real parts. Each test leaves its faults behind: the extension ends them. */
class TestingGuideIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().kafka().postgres().faults().build();

    private final Channel<String> parcels = Letters.channel(TIDINGS.createTopic("parcels-" + UUID.randomUUID(), 1));
    private final SubscriptionSpec<String> spec =
            new SubscriptionSpec<>(parcels, List.of(PARCEL), TIDINGS.unique("billing"));

    @Test
    void nothingIsLostWhileTheDatabaseIsAway(Transport transport) throws Exception {
        DataSource database = TIDINGS.newDataSource();
        AtomicInteger attempts = new AtomicInteger();
        MessageHandler<String> handler = message -> {
            attempts.incrementAndGet();
            insert(database, Letters.number(message));
        };
        createTable(database);
        try (Subscription subscription = transport.subscribe(spec, handler)) {
            FaultProxy network = TIDINGS.faults().postgres();
            network.refuse();
            network.cut();
            transport.sink().send(Letters.parcel(parcels, "books", 1));
            TIDINGS.eventually(SOON, () -> assertThat(attempts).hasValueGreaterThan(1));

            network.heal();

            TIDINGS.eventually(SOON, () -> assertThat(rows(database)).isEqualTo(1));
            TIDINGS.deadLetters(spec).assertNone();
            assertThat(subscription.running()).isTrue();
            network.refuse();
        }
    }

    @Test
    void nothingIsLostWhileTheBrokerIsAway(Transport transport) {
        RecordingHandler<String> handler = new RecordingHandler<>();
        try (Subscription subscription = transport.subscribe(spec, handler)) {
            transport.sink().send(Letters.parcel(parcels, "books", 1));
            handler.await(1, SOON);

            FaultProxy network = TIDINGS.faults().kafka();
            // Not refused: a producer that finds nobody at all forgets the topic, and blocks whoever sends.
            network.stall();
            var receipt =
                    transport.sink().send(Letters.parcel(parcels, "books", 2)).toCompletableFuture();
            assertThat(receipt).isNotDone();
            network.cut();
            network.heal();

            assertThat(Letters.numbers(handler.await(2, SOON))).containsExactly(1L, 2L);
            assertThat(subscription.running()).isTrue();
        }
        TIDINGS.faults().kafka().refuse();
    }

    @Test
    void deadLettersAreReadPastTheNetwork(Transport transport) {
        DeadLetterInspector<String> deadLetters = TIDINGS.deadLetters(spec);
        deadLetters.assertNone();
        try (Subscription subscription = transport.subscribe(spec, message -> {
            throw new PoisonMessageException("No such order", null);
        })) {
            transport.sink().send(Letters.parcel("a", parcels, "books", 1));
            transport.sink().send(Letters.parcel("a", parcels, "books", 2));
            deadLetters.awaitLetters(2, SOON);
            byte[] garbage = "This is not Avro".getBytes(StandardCharsets.UTF_8);
            ForeignProducer.send(
                    KafkaBroker.shared().bootstrapServers(),
                    new EncodedMessage("id", parcels.address(), null, garbage, List.of()));

            List<Letter<String>> letters = deadLetters.awaitLetters(3, SOON);

            TIDINGS.faults().kafka().stall();
            assertThat(deadLetters.letters()).hasSameSizeAs(letters);
            assertThat(letters).extracting(Letter::attempts).containsExactly(1, 0, 1);
            assertThat(letters.get(1).behind()).hasValue(0);
            assertThat(letters.get(1).key()).isEqualTo("a");
            assertThat(letters.get(2).payload()).isNull();
            assertThat(letters.get(2).message().value()).isEqualTo(garbage);
            TIDINGS.faults().heal();
            assertThat(subscription.running()).isTrue();
        }
    }

    private static void createTable(DataSource database) throws SQLException {
        execute(database, "CREATE TABLE parcel (number bigint PRIMARY KEY)");
    }

    private static void insert(DataSource database, long number) throws SQLException {
        execute(database, "INSERT INTO parcel VALUES (" + number + ")");
    }

    private static void execute(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int rows(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM parcel")) {
            assertThat(rows.next()).isTrue();
            return rows.getInt(1);
        }
    }
}
