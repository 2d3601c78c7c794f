package io.tidings.messaging.jdbc.republish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.outbox.JdbcOutbox;
import io.tidings.messaging.owner.ChecksumSql;
import io.tidings.messaging.owner.ChecksumTable;
import io.tidings.messaging.owner.Entity;
import io.tidings.messaging.owner.Republish;
import io.tidings.messaging.owner.RepublishPace;
import io.tidings.messaging.owner.RepublishProgress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcRepublishIT {

    private static final RepublishPace PACE = new RepublishPace(1_000_000, 10, Duration.ofSeconds(30));

    private Database database = Database.create();
    private int commits;

    @BeforeEach
    void thirtyFiveAccounts() throws SQLException {
        database.run("INSERT INTO account SELECT 'a' || lpad(n::text, 2, '0'), n FROM generate_series(1, 35) AS n");
        try (Connection connection = database.connect()) {
            JdbcRepublish.createTables(connection);
            JdbcRepublish.createTables(connection);
        }
    }

    @Test
    void allEntitiesGoThroughTheOutboxPageByPage() {
        RepublishProgress progress = republish(JdbcRepublishIT::accounts).run(() -> false);

        assertThat(progress).isEqualTo(new RepublishProgress("a35", 35, true));
        assertThat(commits).isEqualTo(5);
        assertThat(database.texts("SELECT convert_from(key, 'UTF8') FROM tidings_outbox ORDER BY id"))
                .isEqualTo(database.texts("SELECT id FROM account ORDER BY id"));
    }

    @Test
    void aPageThatFailsLeavesNothingAndTheNextRunGoesOn() {
        int[] pages = {0};
        EntityQuery<String, String> breaking = (transaction, place, limit) -> {
            List<Entity<String, String>> page = accounts(transaction, place, limit);
            if (++pages[0] == 3) {
                database.cutConnections();
            }
            return page;
        };
        RepublishProgress stopped = republish(breaking).run(() -> pages[0] >= 3);
        assertThat(stopped.published()).isEqualTo(20);
        assertThat(database.count("tidings_outbox")).isEqualTo(20);

        assertThat(republish(JdbcRepublishIT::accounts).run(() -> false).done()).isTrue();
        assertThat(database.count("tidings_outbox")).isEqualTo(35);
    }

    /** The page draws its outbox ids before the change does, or reads what it left: never the old after the new. */
    @Test
    void whoChangesAnEntityOfThePageWaits() throws Exception {
        JdbcOutbox outbox = new JdbcOutbox(new Notes());
        CompletableFuture<Void> change;
        try (Connection page = database.begin()) {
            assertThat(accounts(page, null, 10)).hasSize(10);
            change = CompletableFuture.runAsync(() -> {
                try (Connection changing = database.begin();
                        Statement statement = changing.createStatement()) {
                    statement.execute("UPDATE account SET version = 100 WHERE id = 'a01'");
                    outbox.in(changing).send(Notes.note("a01", "new"));
                    changing.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            while (database.texts("SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND wait_event_type = 'Lock'")
                    .isEmpty()) {
                assertThat(change).isNotDone();
            }
            outbox.in(page).send(Notes.note("a01", "old"));
            page.commit();
        }
        change.get(30, TimeUnit.SECONDS);
        assertThat(database.texts("SELECT convert_from(value, 'UTF8') FROM tidings_outbox ORDER BY id"))
                .containsExactly("old", "new");
    }

    @Test
    void aMissingTableIsSaid() {
        database.run("DROP TABLE tidings_republish");
        assertThatThrownBy(() -> republish(JdbcRepublishIT::accounts).run(() -> false))
                .isNotInstanceOf(TransientMessagingException.class)
                .hasMessageContaining("tidings_republish");
    }

    @Test
    void postgresComputesTheSameChecksums() throws SQLException {
        ChecksumTable.Builder here = ChecksumTable.of(16);
        for (int account = 1; account <= 35; account++) {
            here.add(String.format("a%02d", account).getBytes(StandardCharsets.UTF_8), account);
        }
        ChecksumTable.Builder there = ChecksumTable.of(16);
        String sql = ChecksumSql.buckets("account WHERE version > 0", "convert_to(id, 'UTF8')", "version", 16);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                there.add(
                        row.getInt(1),
                        row.getLong(2),
                        row.getBigDecimal(3).toBigInteger().longValue());
            }
        }
        assertThat(there.build()).isEqualTo(here.build());

        int bucket = ChecksumTable.bucket("a07".getBytes(StandardCharsets.UTF_8), 16);
        assertThat(database.texts("SELECT convert_from(key, 'UTF8') FROM ("
                        + ChecksumSql.rows("account", "convert_to(id, 'UTF8')", "version", 16, bucket)
                        + ") AS rows"))
                .contains("a07")
                .allSatisfy(id -> assertThat(ChecksumTable.bucket(id.getBytes(StandardCharsets.UTF_8), 16))
                        .isEqualTo(bucket));
    }

    private Republish<String, String> republish(EntityQuery<String, String> query) {
        var turns = new JdbcRepublish<>(database.source(), new JdbcOutbox(new Notes()), "all", query, () -> commits++);
        return new Republish<>("all", Notes.CHANNEL, Notes.NOTE, turns, PACE);
    }

    private static List<Entity<String, String>> accounts(Connection transaction, @Nullable String place, int limit)
            throws SQLException {
        String sql = "SELECT id, version FROM account WHERE id > ? ORDER BY id LIMIT ? FOR UPDATE";
        try (PreparedStatement statement = transaction.prepareStatement(sql)) {
            statement.setString(1, place == null ? "" : place);
            statement.setInt(2, limit);
            List<Entity<String, String>> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String id = row.getString(1);
                    page.add(new Entity<>(id, id, row.getLong(2), id));
                }
            }
            return page;
        }
    }
}
