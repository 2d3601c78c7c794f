package io.tidings.testing;

import static io.tidings.testing.Letters.SOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Channel;
import io.tidings.messaging.DeadLetterChannel;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SendOptions;
import io.tidings.messaging.StartPosition;
import io.tidings.messaging.Subscription;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.inbox.SequenceGuard;
import io.tidings.messaging.jdbc.inbox.ShortMemoryException;
import io.tidings.messaging.kafka.KafkaTransport;
import io.tidings.testing.contract.Parcel;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the guide to receiving once says, on a real broker and a real database. */
class ReceivingOnceGuideIT {

    @RegisterExtension
    static final TidingsExtension TIDINGS =
            TidingsExtension.builder().kafka().postgres().build();

    /** Many, where throughput is to be measured: -Dreceiving.messages=100000. */
    private static final int MESSAGES = Integer.getInteger("receiving.messages", 2_000);

    private static final int KEYS = 50;

    /** Each test has a topic and a group of its own. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private final DataSource database = TIDINGS.newDataSource();
    private final KafkaTransport transport = KafkaTransport.connect(TIDINGS.configuration());
    private final String topic = TIDINGS.createTopic("parcels-" + MADE.incrementAndGet(), 2);
    private final Channel<String> channel = Letters.channel(topic);
    private final SubscriptionSpec<String> spec =
            new SubscriptionSpec<>(channel, List.of(Letters.PARCEL), TIDINGS.unique("depot-" + MADE.get()));

    @BeforeEach
    void createTables() throws SQLException {
        try (Connection connection = database.getConnection()) {
            JdbcIdempotentReceiver.createTables(connection);
            SequenceGuard.createTables(connection);
            try (Statement statement = connection.createStatement()) {
                statement.execute(
                        "CREATE TABLE parcel (label text PRIMARY KEY, number bigint NOT NULL, times int NOT NULL)");
            }
        }
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private static void upsert(Connection transaction, List<? extends Received<String, ?>> batch) throws SQLException {
        String sql = "INSERT INTO parcel VALUES (?, ?, 1) ON CONFLICT (label) DO UPDATE"
                + " SET number = excluded.number, times = parcel.times + 1";
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            for (Received<String, ?> message : batch) {
                statement.setString(1, message.key());
                statement.setLong(2, Letters.number(message));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    @Test
    void manyMessagesTakeEffectOnceInFewTransactions() throws Exception {
        send(0, MESSAGES);
        JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database, "depot").keepingFor(Duration.ofDays(14));
        BatchHandler<String> handler =
                receiver.inBatches(transaction -> (BatchHandler<String>) batch -> upsert(transaction, batch));

        long began = System.nanoTime();
        try (Subscription subscription = transport.subscribe(spec, handler)) {
            awaitReceived(MESSAGES);
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();
            System.out.printf("%d messages in %d ms: %d/s%n", MESSAGES, millis, MESSAGES * 1000L / Math.max(1, millis));
            assertThat(subscription.running()).isTrue();
        }
        transport.seek(spec.group(), channel, StartPosition.BEGINNING);
        try (Subscription again = transport.subscribe(spec, handler)) {
            send(MESSAGES, MESSAGES + 1);
            awaitReceived(MESSAGES + 1);
            assertThat(again.running()).isTrue();
        }
        assertThat(number("SELECT sum(times) FROM parcel")).isEqualTo(MESSAGES + 1);
        assertThat(number("SELECT count(*) FROM parcel WHERE number < " + (MESSAGES - KEYS)))
                .isZero();
    }

    @Test
    void theMessageToBlameIsParkedAndNothingIsDoneTwice() throws Exception {
        send(0, 400);
        JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database, "depot");
        Subscription subscription =
                transport.subscribe(spec, receiver.inBatches(transaction -> (BatchHandler<String>) batch -> {
                    upsert(transaction, batch);
                    if (Letters.numbers(batch).contains(57L)) {
                        throw new PoisonMessageException("No such parcel", null);
                    }
                }));
        try (subscription) {
            // 57, and 107, 157 … 357 behind it
            awaitReceived(400 - 7);
            DeadLetterChannel dead = transport.deadLetterChannel(topic, spec.group());
            Eventually.eventually(
                    SOON,
                    () -> assertThat(dead.letters(dead.parked().get(0), 100)).hasSize(7));
            assertThat(number("SELECT sum(times) FROM parcel")).isEqualTo(393);
        }
    }

    @Test
    void anOlderVersionNeverOverwritesANewerOne() throws Exception {
        for (long version : new long[] {1, 3, 2}) {
            transport
                    .sink()
                    .send(OutgoingMessage.of(
                            channel, Letters.PARCEL, "key", new Parcel("key", version), SendOptions.version(version)));
        }
        JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database, "depot");
        SequenceGuard guard = new SequenceGuard("depot");
        BatchHandler<String> handler = receiver.inBatches(
                guard.newest(transaction -> (BatchHandler<String>) batch -> upsert(transaction, batch)));
        try (Subscription subscription = transport.subscribe(spec, handler)) {
            awaitReceived(3);
            assertThat(number("SELECT number FROM parcel")).isEqualTo(3);
            assertThat(guard.stale()).isEqualTo(1);
            assertThat(subscription.running()).isTrue();
        }
    }

    @Test
    void aMemoryThatIsShorterThanTheTopicsIsRefused() {
        JdbcIdempotentReceiver receiver =
                new JdbcIdempotentReceiver(database, "depot").keepingStrictlyFor(Duration.ofDays(7));
        assertThatThrownBy(() -> transport.subscribe(
                        spec, receiver.inTransaction(transaction -> message -> upsert(transaction, List.of(message)))))
                .isInstanceOf(ShortMemoryException.class)
                .hasMessageContaining("'" + topic + "' may keep them for 14 days")
                .hasMessageContaining("are kept for ever");
        assertThat(transport.health().live()).isTrue();
    }

    private void send(long from, long to) throws InterruptedException {
        for (long number = from; number < to; number++) {
            transport.sink().send(Letters.parcel("key-" + number % KEYS, channel, "", number));
        }
        assertThat(transport.flush(SOON)).isTrue();
    }

    private void awaitReceived(long count) {
        Eventually.eventually(
                SOON.multipliedBy(4),
                () -> assertThat(number("SELECT count(*) FROM tidings_inbox")).isEqualTo(count));
    }

    private long number(String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
