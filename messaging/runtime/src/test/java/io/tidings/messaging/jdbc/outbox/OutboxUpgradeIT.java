package io.tidings.messaging.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.layout.LayoutMismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** From the tables that the version before slots created, with what stands in them. */
class OutboxUpgradeIT {
    private static final String AS_THE_VERSION_BEFORE =
            "INSERT INTO tidings_outbox (message_id, address, key, value, headers) VALUES (?, 'notes', ?, 'x', ?)";

    private final Database database = Database.empty();

    private static String layout1() {
        try (InputStream in = OutboxUpgradeIT.class.getResourceAsStream("/tables/outbox-layout-1.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void insertAsTheVersionBefore(String messageId, byte @Nullable [] key) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement = connection.prepareStatement(AS_THE_VERSION_BEFORE)) {
            statement.setString(1, messageId);
            statement.setBytes(2, key);
            statement.setBytes(3, OutboxHeaders.encode(List.of()));
            statement.executeUpdate();
        }
    }

    private void createTables() throws SQLException {
        try (Connection connection = database.connect()) {
            JdbcOutbox.createTables(connection);
            JdbcOutbox.checkTables(connection);
        }
    }

    /** Each row's slot, with what it should be. */
    private List<Short> wrongSlots() throws SQLException {
        List<Short> wrong = new ArrayList<>();
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("SELECT slot, key, message_id FROM tidings_outbox");
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                if (row.getShort(1) != Slot.of(row.getBytes(2), row.getString(3))) {
                    wrong.add(row.getShort(1));
                }
            }
        }
        return wrong;
    }

    @Test
    void rowsAreKeptAndGetTheSlotsOfTheirKeys() throws Exception {
        database.run(layout1());
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] key = new byte[random.nextInt(20)];
            random.nextBytes(key);
            insertAsTheVersionBefore("message ü " + i, i % 5 == 0 ? null : key);
        }
        database.run("INSERT INTO tidings_relay_lease VALUES ('r', 'somebody', 7, now())");

        createTables();

        assertThat(database.count("tidings_outbox")).isEqualTo(200);
        assertThat(wrongSlots()).isEmpty();
        assertThat(database.texts("SELECT name || shard || epoch FROM tidings_relay_lease"))
                .containsExactly("r07");
    }

    @Test
    void instancesOfTheVersionBeforeGoOnWriting() throws Exception {
        database.run(layout1());
        createTables();
        insertAsTheVersionBefore("old", "a".getBytes(StandardCharsets.UTF_8));
        insertAsTheVersionBefore("old without key", null);
        try (Connection transaction = database.begin()) {
            new JdbcOutbox(new Notes()).in(transaction).send(Notes.note("a", "new"));
            transaction.commit();
        }
        assertThat(wrongSlots()).isEmpty();
        assertThat(database.count("tidings_outbox")).isEqualTo(3);

        database.run("DROP FUNCTION tidings_outbox_slot, tidings_outbox_fill_slot CASCADE");
        createTables();
    }

    @Test
    void whoOnlyLooksIsToldToUpgrade() throws Exception {
        database.run(layout1());
        try (Connection connection = database.connect()) {
            assertThatThrownBy(() -> JdbcOutbox.checkTables(connection))
                    .isInstanceOf(LayoutMismatchException.class)
                    .hasMessageContaining("tidings_outbox has layout 1, this Tidings needs layout 2")
                    .hasMessageContaining("Apply what ddl() says");
        }
        database.run(JdbcOutbox.ddl());
        createTables();
    }

    @Test
    void whoPublishesBeforeTheUpgradeIsToldToo() throws Exception {
        database.run(layout1());
        try (Connection transaction = database.begin()) {
            assertThatThrownBy(() -> new JdbcOutbox(new Notes()).in(transaction).send(Notes.note("a", "new")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("createTables(connection) upgrades it");
        }
    }

    @Test
    void instancesThatUpgradeAtOnceAllSucceed() throws Exception {
        database.run(layout1());
        insertAsTheVersionBefore("old", "a".getBytes(StandardCharsets.UTF_8));
        int instances = 6;
        CyclicBarrier together = new CyclicBarrier(instances);
        ExecutorService pool = Executors.newFixedThreadPool(instances);
        try {
            List<Future<?>> upgrades = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                upgrades.add(pool.submit(() -> {
                    together.await();
                    createTables();
                    return null;
                }));
            }
            for (Future<?> upgrade : upgrades) {
                upgrade.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(wrongSlots()).isEmpty();
    }
}
