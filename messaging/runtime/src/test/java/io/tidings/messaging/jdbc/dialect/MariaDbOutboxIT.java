package io.tidings.messaging.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.StandingStill;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.relay.PollingRelay;
import io.tidings.messaging.jdbc.relay.RelayOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real MariaDB, at its own default isolation, {@code REPEATABLE READ}. Runs with {@code -Pmariadb}. */
@EnabledIfSystemProperty(named = MariaDbServer.HOME, matches = ".+")
class MariaDbOutboxIT extends OutboxDialectContract {
    private static @Nullable MariaDbServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = new MariaDbServer(directory);
    }

    @AfterAll
    static void stop() {
        Objects.requireNonNull(server).close();
    }

    @Override
    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(Objects.requireNonNull(server).url(database));
    }

    @Test
    void whatDoesNotFitIntoAPacketIsPoisonAndTheConnectionLives() throws Exception {
        try (Connection transaction = begin()) {
            JdbcOutbox outbox = new JdbcOutbox(new Notes());
            assertThatThrownBy(() -> outbox.in(transaction).send(Notes.note("a", "x".repeat(17 << 20))))
                    .isInstanceOf(PoisonMessageException.class)
                    .hasMessageContaining("max_allowed_packet");
            outbox.in(transaction).send(Notes.note("a", "x".repeat(15 << 20)));
            transaction.commit();
        }
        assertThat(count("tidings_outbox")).isEqualTo(1);
    }

    /** Before each statement of taking a lease and prolonging it, with what that has locked. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whoStandsStillKeepsNobodyFromLeading(int statement) throws Exception {
        RelayOptions options = RelayOptions.named("still")
                .withPollInterval(Duration.ofMillis(10))
                .withLease(Duration.ofSeconds(1));
        StandingStill standing = new StandingStill(statement);
        try (PollingRelay still = PollingRelay.start(standing.over(source()), broker::open, options)) {
            standing.await();
            try (PollingRelay successor = start(options)) {
                Await.until("it leads", () -> successor.status().leading() == 1);
            }
            standing.resume();
            Await.until("it leads again", () -> still.status().leading() == 1);
        } finally {
            standing.resume();
        }
    }
}
