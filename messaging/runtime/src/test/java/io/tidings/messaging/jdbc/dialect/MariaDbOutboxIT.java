package io.tidings.messaging.jdbc.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

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
}
