package io.tidings.messaging.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.Channel;
import io.tidings.messaging.EncodedMessage;
import io.tidings.messaging.MessageCodec;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.MessageType;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.OutgoingMessage;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.SubscriptionSpec;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResequencerIT {
    private static final long SEED = Long.getLong("tidings.seed", 20_261_123);

    private final Database database = Database.create();
    private final JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database.source(), "tests");
    private final Resequencer<String> steps = new SequenceGuard("tests")
            .inOrder(new Versions(), new SubscriptionSpec<>(Notes.CHANNEL, List.of(Notes.NOTE), "tests"));

    /** Versions that fail, until they are taken out. */
    private final Set<Long> failing = new HashSet<>();

    private RuntimeException failure = new PoisonMessageException("Not with this program", null);

    ResequencerIT() throws SQLException {
        try (Connection connection = database.connect()) {
            Resequencer.createTables(connection);
        }
        database.run("CREATE TABLE step (place serial, key text, version bigint)");
    }

    /** The payload is the version. */
    private static final class Versions implements MessageCodec {
        @Override
        public <K, V> EncodedMessage encode(OutgoingMessage<K, V> message) {
            throw new UnsupportedOperationException("Nobody here writes");
        }

        @Override
        public <K> Received<K, ?> decode(
                Channel<K> channel, List<MessageType<?>> expected, EncodedMessage message, Received.Origin origin) {
            String text = new String(message.value(), StandardCharsets.UTF_8);
            Metadata metadata = Metadata.of(message.id(), "/owner", Notes.NOTE.name(), Instant.EPOCH)
                    .withEntityVersion(Long.valueOf(text));
            return new Received<>(channel.keyType().decode(message.key()), Notes.NOTE, text, metadata, origin, Map.of())
                    .from(message);
        }
    }

    private static Received<String, ?> version(String key, long version) {
        EncodedMessage message = new EncodedMessage(
                key + "-" + version, Notes.CHANNEL.address(), bytes(key), bytes(Long.toString(version)), List.of());
        return new Versions()
                .decode(
                        Notes.CHANNEL,
                        List.of(Notes.NOTE),
                        message,
                        Notes.received("", "", "").origin());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private MessageHandler<String> write(Connection transaction) {
        return message -> {
            long version = message.metadata().entityVersion() == null
                    ? -1
                    : message.metadata().entityVersion();
            try (PreparedStatement statement =
                    transaction.prepareStatement("INSERT INTO step (key, version) VALUES (?, ?)")) {
                statement.setString(1, message.key());
                statement.setLong(2, version);
                statement.executeUpdate();
            }
            if (failing.contains(version)) {
                throw failure;
            }
        };
    }

    private List<String> steps(String key) {
        return database.texts("SELECT version FROM step WHERE key = '" + key + "' ORDER BY place");
    }

    private BatchHandler<String> handler() {
        return receiver.inBatches(steps.handling(this::write));
    }

    @Test
    void whatComesTooEarlyIsHandledWhenTheGapCloses() throws Exception {
        handler().handle(version("a", 3));
        handler().handle(version("a", 2));
        handler().handle(version("b", 1));
        assertThat(steps("a")).isEmpty();
        handler().handle(version("a", 1));
        handler().handle(version("a", 4));
        assertThat(steps("a")).containsExactly("1", "2", "3", "4");
        assertThat(steps("b")).containsExactly("1");
        assertThat(database.count("tidings_held")).isZero();
        assertThat(steps.held()).isEqualTo(2);
    }

    @Test
    void anyOrderAndAnyNumberOfDeliveriesGiveTheSameSteps() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 10; round++) {
            database.run("TRUNCATE step, tidings_inbox, tidings_sequence, tidings_held");
            List<Received<String, ?>> deliveries = new ArrayList<>();
            int versions = 1 + random.nextInt(10);
            for (int key = 0; key < 3; key++) {
                for (int version = 1; version <= versions; version++) {
                    deliveries.addAll(Collections.nCopies(1 + random.nextInt(2), version("k" + key, version)));
                }
            }
            Collections.shuffle(deliveries, random);
            for (int i = 0; i < deliveries.size(); ) {
                int end = Math.min(deliveries.size(), i + 1 + random.nextInt(6));
                handler().handleAll(deliveries.subList(i, end));
                i = end;
            }
            List<String> all = IntStream.rangeClosed(1, versions)
                    .mapToObj(Integer::toString)
                    .toList();
            for (int key = 0; key < 3; key++) {
                assertThat(steps("k" + key))
                        .as("round %d of seed %d", round, SEED)
                        .isEqualTo(all);
            }
        }
    }

    @Test
    void aGapThatDoesNotCloseIsPassedOverWhenItHasBeenOpenForLong() throws Exception {
        handler().handle(version("a", 1));
        handler().handle(version("a", 4));
        handler().handle(version("a", 5));
        assertThat(steps.goOn(database.source(), Duration.ofHours(1), this::write))
                .isZero();
        database.run("UPDATE tidings_held SET held_at = held_at - interval '2 hours'");
        assertThat(steps.goOn(database.source(), Duration.ofHours(1), this::write))
                .isEqualTo(1);
        handler().handle(version("a", 2));
        assertThat(steps("a")).containsExactly("1", "4", "5");
        assertThat(steps.skipped()).isEqualTo(2);
    }

    @Test
    void aHeldMessageThatFailsDoesNotFailTheOneThatClosesTheGap() throws Exception {
        failing.add(2L);
        handler().handle(version("a", 3));
        handler().handle(version("a", 2));
        handler().handle(version("a", 1));
        assertThat(steps("a")).containsExactly("1");
        assertThat(database.texts("SELECT failure FROM tidings_held WHERE version = 2")
                        .get(0))
                .contains("Not with this program");
        failing.clear();
        assertThat(steps.goOn(database.source(), Duration.ofHours(1), this::write))
                .isEqualTo(1);
        assertThat(steps("a")).containsExactly("1", "2", "3");
    }

    @Test
    void whatIsAwayFailsTheOneThatClosesTheGapSoThatItIsTriedAgain() throws Exception {
        failure = new TransientMessagingException("The other database is away", null);
        failing.add(2L);
        handler().handle(version("a", 2));
        assertThatThrownBy(() -> handler().handle(version("a", 1))).isInstanceOf(TransientMessagingException.class);
        assertThat(steps("a")).isEmpty();
        failing.clear();
        handler().handle(version("a", 1));
        assertThat(steps("a")).containsExactly("1", "2");
    }
}
