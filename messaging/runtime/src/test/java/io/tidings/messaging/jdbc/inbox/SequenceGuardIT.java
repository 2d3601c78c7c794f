package io.tidings.messaging.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Metadata;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Received;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import io.tidings.messaging.micrometer.MessagingMeters;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SequenceGuardIT {
    private static final long SEED = Long.getLong("tidings.seed", 20_261_123);

    private final Database database = Database.create();
    private final JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database.source(), "tests");
    private final SequenceGuard guard = new SequenceGuard("tests");

    SequenceGuardIT() throws SQLException {
        try (Connection connection = database.connect()) {
            SequenceGuard.createTables(connection);
        }
    }

    private static Received<String, String> version(String key, long version, @Nullable String text) {
        Metadata metadata = Metadata.of(key + "-" + version, "/owner", Notes.NOTE.name(), Instant.EPOCH)
                .withEntityVersion(version);
        Received<String, String> plain = Notes.received("unused", key, "unused");
        return new Received<>(key, text == null ? null : Notes.NOTE, text, metadata, plain.origin(), Map.of());
    }

    /** The state: the newest version of each key that is not deleted. */
    private static MessageHandler<String> upsert(Connection transaction) {
        return message -> {
            Long version = message.metadata().entityVersion();
            String sql = message.payload() == null
                    ? "DELETE FROM account WHERE id = ? AND version < ?"
                    : "INSERT INTO account (id, version) VALUES (?, ?)"
                            + " ON CONFLICT (id) DO UPDATE SET version = excluded.version";
            try (PreparedStatement statement = transaction.prepareStatement(sql)) {
                statement.setString(1, message.key());
                statement.setInt(2, version == null ? -1 : version.intValue());
                statement.executeUpdate();
            }
        };
    }

    private List<String> state() {
        return database.texts("SELECT id || ':' || version FROM account ORDER BY id");
    }

    @Test
    void whatWasOvertakenChangesNothing() throws Exception {
        MessageHandler<String> handler = receiver.inTransaction(guard.newest(SequenceGuardIT::upsert));
        handler.handle(version("a", 2, "new"));
        handler.handle(version("a", 1, "old"));
        handler.handle(version("b", 1, "other"));
        assertThat(state()).containsExactly("a:2", "b:1");
        assertThat(guard.applied()).isEqualTo(2);
        assertThat(guard.stale()).isEqualTo(1);
        MeterRegistry registry = new SimpleMeterRegistry();
        new MessagingMeters(registry).sequence("tests", guard);
        assertThat(registry.get("tidings.sequence.applied").functionCounter().count())
                .isEqualTo(2);
        assertThat(registry.get("tidings.sequence.stale").functionCounter().count())
                .isEqualTo(1);
    }

    @Test
    void whatIsDeletedStaysSoUntilItsVersionIsForgotten() throws Exception {
        MessageHandler<String> handler = receiver.inTransaction(guard.newest(SequenceGuardIT::upsert));
        handler.handle(version("a", 1, "text"));
        handler.handle(version("a", 3, null));
        handler.handle(version("a", 2, "late"));
        assertThat(state()).isEmpty();
        assertThat(guard.purgeDeleted(database.source(), Duration.ofDays(1))).isZero();
        database.run("UPDATE tidings_sequence SET changed_at = changed_at - interval '2 days'");
        assertThat(guard.purgeDeleted(database.source(), Duration.ofDays(1))).isEqualTo(1);
        handler.handle(version("a", 4, "again"));
        handler.handle(version("a", 5, "and again"));
        assertThat(state()).containsExactly("a:5");
    }

    @Test
    void whatWasDeletedIsForgottenByItselfWhereThatIsWanted() throws Exception {
        MessageHandler<String> plain = receiver.inTransaction(guard.newest(SequenceGuardIT::upsert));
        plain.handle(version("a", 1, null));
        database.run("UPDATE tidings_sequence SET changed_at = changed_at - interval '2 days'");
        plain.handle(version("b", 1, null));

        SequenceGuard forgetting = guard.forgettingDeleted(database.source(), Duration.ofDays(1));
        receiver.inTransaction(forgetting.newest(SequenceGuardIT::upsert)).handle(version("c", 1, "text"));

        Await.until("the older one is forgotten", () -> database.count("tidings_sequence WHERE gone") == 1);
        assertThat(database.texts("SELECT key FROM tidings_sequence ORDER BY key"))
                .containsExactly("b", "c");
    }

    @Test
    void tablesThatAreMissingAreNamed() throws Exception {
        try (Connection connection = database.connect()) {
            SequenceGuard.checkTables(connection);
            assertThatThrownBy(() -> Resequencer.checkTables(connection))
                    .isInstanceOf(LayoutMismatchException.class)
                    .hasMessageContaining("tidings_held");
            Resequencer.createTables(connection);
            Resequencer.checkTables(connection);
            database.run("ALTER TABLE tidings_sequence DROP COLUMN gone");
            assertThatThrownBy(() -> SequenceGuard.checkTables(connection))
                    .isInstanceOf(LayoutMismatchException.class)
                    .hasMessageContaining("gone");
        }
    }

    @Test
    void withoutKeyOrVersionAMessageIsPoison() {
        MessageHandler<String> handler = receiver.inTransaction(guard.newest(SequenceGuardIT::upsert));
        assertThatThrownBy(() -> handler.handle(Notes.received("1", "a", "text")))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("versionedBy");
        MessageHandler<String> keyless =
                receiver.inTransaction(guard.keyedBy(message -> null).newest(SequenceGuardIT::upsert));
        assertThatThrownBy(() -> keyless.handle(version("a", 1, "text")))
                .isInstanceOf(PoisonMessageException.class)
                .hasMessageContaining("keyedBy");
        assertThat(database.count("tidings_inbox")).isZero();
    }

    @Test
    void anyOrderAndAnyNumberOfDeliveriesGiveTheSameState() throws Exception {
        Random random = new Random(SEED);
        for (int round = 0; round < 20; round++) {
            database.run("TRUNCATE account, tidings_inbox, tidings_sequence");
            Map<String, String> expected = new HashMap<>();
            List<Received<String, ?>> deliveries = new ArrayList<>();
            for (int key = 0; key < 5; key++) {
                int versions = 1 + random.nextInt(8);
                for (int version = 1; version <= versions; version++) {
                    boolean delete = random.nextInt(4) == 0;
                    Received<String, String> message = version("k" + key, version, delete ? null : "text");
                    deliveries.addAll(Collections.nCopies(1 + random.nextInt(2), message));
                    expected.put("k" + key, delete ? "" : "k" + key + ":" + version);
                }
            }
            Collections.shuffle(deliveries, random);
            deliver(deliveries, random);
            assertThat(state())
                    .as("round %d of seed %d", round, SEED)
                    .containsExactlyInAnyOrderElementsOf(expected.values().stream()
                            .filter(state -> !state.isEmpty())
                            .toList());
        }
    }

    private void deliver(List<Received<String, ?>> deliveries, Random random) throws Exception {
        Function<Connection, BatchHandler<String>> guarded = guard.newest(SequenceGuardIT::upsert);
        BatchHandler<String> several = receiver.inBatches(guarded);
        for (int i = 0; i < deliveries.size(); ) {
            int end = Math.min(deliveries.size(), i + 1 + random.nextInt(6));
            several.handleAll(deliveries.subList(i, end));
            i = end;
        }
    }
}
