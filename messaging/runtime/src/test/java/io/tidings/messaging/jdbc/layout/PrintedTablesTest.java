package io.tidings.messaging.jdbc.layout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.jdbc.accepted.JdbcAcceptedRequests;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import io.tidings.messaging.jdbc.inbox.Resequencer;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.jdbc.pending.JdbcPendingRequests;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The SQL in the jar, for those who apply it by hand, is what the code executes. {@code -Dtables.recreate=true} writes the
 * files anew.
 */
class PrintedTablesTest {
    private static final Path FILES = Path.of("src/main/resources/tidings/postgresql");
    private static final Map<String, String> DDL = Map.of(
            "outbox.sql", JdbcOutbox.ddl(),
            "inbox.sql", JdbcIdempotentReceiver.ddl(),
            "sequence.sql", Resequencer.ddl(),
            "pending-requests.sql", JdbcPendingRequests.ddl(),
            "accepted-requests.sql", JdbcAcceptedRequests.ddl());

    @ParameterizedTest
    @ValueSource(strings = {"outbox.sql", "inbox.sql", "sequence.sql", "pending-requests.sql", "accepted-requests.sql"})
    void theJarHasWhatIsExecuted(String file) throws IOException {
        String expected = DDL.getOrDefault(file, "");
        if (Boolean.getBoolean("tables.recreate")) {
            Files.createDirectories(FILES);
            Files.writeString(FILES.resolve(file), expected);
            return;
        }
        try (InputStream in = JdbcOutbox.class.getResourceAsStream("/tidings/postgresql/" + file)) {
            assertThat(in)
                    .as("%s is in the jar; -Dtables.recreate=true writes it", file)
                    .isNotNull();
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .as("-Dtables.recreate=true writes %s anew", file)
                    .isEqualTo(expected);
        }
    }
}
