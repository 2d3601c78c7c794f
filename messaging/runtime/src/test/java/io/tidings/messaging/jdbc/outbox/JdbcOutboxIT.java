package io.tidings.messaging.jdbc.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.MessageSink;
import io.tidings.messaging.PoisonMessageException;
import io.tidings.messaging.Receipt;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import io.tidings.messaging.jdbc.inbox.JdbcIdempotentReceiver;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class JdbcOutboxIT {
    private final JdbcOutbox outbox = new JdbcOutbox(new Notes());
    private final Accounts accounts = new Accounts();

    @Test
    void changeAndMessageCommitTogether() throws Exception {
        Database database = Database.create();
        try (Connection transaction = database.begin()) {
            accounts.change(transaction, "a");
            assertThat(database.count("tidings_outbox"))
                    .as("sending commits nothing")
                    .isZero();
            transaction.commit();
        }
        assertThat(database.count("account")).isEqualTo(1);
        assertThat(database.texts("SELECT convert_from(value, 'UTF8') FROM tidings_outbox"))
                .containsExactly("a:1");
    }

    @Test
    void rollbackLeavesNeither() throws Exception {
        Database database = Database.create();
        try (Connection transaction = database.begin()) {
            accounts.change(transaction, "a");
            transaction.rollback();
        }
        assertThat(database.count("account")).isZero();
        assertThat(database.count("tidings_outbox")).isZero();
    }

    @Test
    void receiptNamesTheMessageAndNoPosition() throws Exception {
        Database database = Database.create();
        try (Connection transaction = database.begin()) {
            Receipt receipt = outbox.in(transaction)
                    .send(Notes.note("a", "hello"))
                    .toCompletableFuture()
                    .join();
            transaction.commit();
            assertThat(database.texts("SELECT message_id FROM tidings_outbox")).containsExactly(receipt.messageId());
            assertThat(receipt.position()).isNull();
        }
    }

    @Test
    void whatCannotBeEncodedFailsInTheTransactionAtOnce() throws Exception {
        Database database = Database.create();
        try (Connection transaction = database.begin()) {
            MessageSink sink = outbox.in(transaction);
            assertThatThrownBy(() -> sink.send(Notes.note("a", Notes.UNENCODABLE)))
                    .isInstanceOf(PoisonMessageException.class);
        }
    }

    @Test
    void aConnectionOutsideATransactionIsRefused() throws Exception {
        Database database = Database.create();
        try (Connection connection = database.connect()) {
            MessageSink sink = outbox.in(connection);
            assertThatThrownBy(() -> sink.send(Notes.note("a", "hello")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("setAutoCommit(false)");
        }
        assertThat(database.count("tidings_outbox")).isZero();
    }

    @Test
    void missingTablesAreNamedWithTheWayOut() throws Exception {
        try (Connection transaction = Database.empty().begin()) {
            MessageSink sink = outbox.in(transaction);
            assertThatThrownBy(() -> sink.send(Notes.note("a", "hello")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("tidings_outbox")
                    .hasMessageContaining("createTables");
        }
    }

    @Test
    void aCutConnectionIsTransient() throws Exception {
        Database database = Database.create();
        try (Connection transaction = database.begin()) {
            accounts.change(transaction, "a");
            database.cutConnections();
            MessageSink sink = outbox.in(transaction);
            assertThatThrownBy(() -> sink.send(Notes.note("a", "hello")))
                    .isInstanceOf(TransientMessagingException.class);
        }
        assertThat(database.count("tidings_outbox")).isZero();
    }

    @Test
    void instancesThatStartAtOnceAllFindTheirTables() throws Exception {
        Database database = Database.empty();
        int instances = 8;
        CyclicBarrier together = new CyclicBarrier(instances);
        ExecutorService pool = Executors.newFixedThreadPool(instances);
        try {
            List<Future<?>> starts = new ArrayList<>();
            for (int i = 0; i < instances; i++) {
                starts.add(pool.submit(() -> {
                    try (Connection connection = database.connect()) {
                        together.await();
                        JdbcOutbox.createTables(connection);
                        JdbcIdempotentReceiver.createTables(connection);
                        assertThat(connection.getAutoCommit()).isTrue();
                    }
                    return null;
                }));
            }
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(database.count("tidings_outbox")).isZero();
        assertThat(database.count("tidings_inbox")).isZero();
    }

    @Test
    void tablesAreCreatedInTheCallersTransactionIfThereIsOne() throws Exception {
        Database database = Database.empty();
        try (Connection transaction = database.begin()) {
            JdbcOutbox.createTables(transaction);
            transaction.rollback();
        }
        assertThat(database.texts("SELECT to_regclass('tidings_outbox')")).containsExactly((String) null);
    }

    @Test
    void ddlCanBeAppliedByHandTwice() throws SQLException {
        Database database = Database.empty();
        database.run(JdbcOutbox.ddl());
        database.run(JdbcOutbox.ddl());
        assertThat(database.count("tidings_relay_lease")).isZero();
    }
}
