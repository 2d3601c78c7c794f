package io.tidings.messaging.jdbc.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.messaging.BatchHandler;
import io.tidings.messaging.MessageHandler;
import io.tidings.messaging.Received;
import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.Notes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several messages in one transaction. */
class BatchReceiverIT {
    private final Database database = Database.create();
    private final JdbcIdempotentReceiver receiver = new JdbcIdempotentReceiver(database.source(), "tests");
    private final List<List<String>> handed = Collections.synchronizedList(new ArrayList<>());

    /** The effect: a row for each message, by one statement for all. */
    private BatchHandler<String> insertAll(Connection transaction) {
        return batch -> {
            handed.add(ids(batch));
            try (PreparedStatement statement =
                    transaction.prepareStatement("INSERT INTO account (id) SELECT unnest(?)")) {
                statement.setArray(
                        1, transaction.createArrayOf("text", ids(batch).toArray()));
                statement.executeUpdate();
            }
        };
    }

    private static List<String> ids(List<Received<String, ?>> batch) {
        return batch.stream().map(message -> message.metadata().id()).toList();
    }

    private static List<Received<String, ?>> batch(String... ids) {
        List<Received<String, ?>> batch = new ArrayList<>();
        for (String id : ids) {
            batch.add(Notes.received(id, "key", "hello"));
        }
        return batch;
    }

    @Test
    void onlyWhatIsNewReachesTheHandlerInItsOrder() throws Exception {
        BatchHandler<String> handler = receiver.inBatches(this::insertAll);
        handler.handleAll(batch("c", "a", "b"));
        handler.handleAll(batch("e", "a", "d", "e", "c"));
        handler.handleAll(batch("a", "b"));
        assertThat(handed).containsExactly(List.of("c", "a", "b"), List.of("e", "d"));
        assertThat(database.count("account")).isEqualTo(5);
        assertThat(database.count("tidings_inbox")).isEqualTo(5);
    }

    @Test
    void aHandlerOfSingleMessagesWorksInTheSameTransaction() throws Exception {
        List<String> seen = new ArrayList<>();
        BatchHandler<String> handler = receiver.inBatches(transaction ->
                (MessageHandler<String>) message -> seen.add(message.metadata().id()));
        handler.handleAll(batch("b", "a", "b"));
        handler.handle(batch("c").get(0));
        assertThat(seen).containsExactly("b", "a", "c");
    }

    @Test
    void whatFailsLeavesNothingBehind() throws Exception {
        BatchHandler<String> handler = receiver.inBatches(this::insertAll);
        handler.handleAll(batch("a"));
        database.run("DELETE FROM tidings_inbox");
        assertThatThrownBy(() -> handler.handleAll(batch("b", "a", "c"))).isInstanceOf(Exception.class);
        assertThat(database.count("account")).isEqualTo(1);
        assertThat(database.count("tidings_inbox")).isZero();
    }

    @Test
    void batchesThatOverlapInOtherOrdersWaitForEachOtherAndNeverBoth() throws Exception {
        List<String> ids = IntStream.range(0, 200).mapToObj(i -> "id-" + i).toList();
        List<String> backwards = new ArrayList<>(ids);
        Collections.reverse(backwards);
        BatchHandler<String> handler = receiver.inBatches(this::insertAll);
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                List<String> order = i % 2 == 0 ? ids : backwards;
                calls.add(() -> {
                    handler.handleAll(batch(order.toArray(String[]::new)));
                    return true;
                });
            }
            for (Future<Boolean> call : pool.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(handed).hasSize(1);
        assertThat(database.count("account")).isEqualTo(200);
    }

    @Test
    void aBatchWaitsNoLongerThanItIsToldForADeliveryUnderWay() throws Exception {
        BatchHandler<String> impatient =
                receiver.waitingFor(Duration.ofMillis(50)).inBatches(this::insertAll);
        BatchHandler<String> slow = receiver.inBatches(transaction ->
                (BatchHandler<String>) batch -> assertThatThrownBy(() -> impatient.handleAll(batch("x", "b", "y")))
                        .isInstanceOf(TransientMessagingException.class));
        slow.handleAll(batch("a", "b"));
        impatient.handleAll(batch("x", "b", "y"));
        assertThat(handed).containsExactly(List.of("x", "y"));
    }

    @Test
    void receiversPurgeSideBySide() throws Exception {
        database.run("INSERT INTO tidings_inbox SELECT 'tests', '/', i::text, now() - interval '8 days' FROM"
                + " generate_series(1, 10000) i");
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            List<Callable<Long>> purges = Collections.nCopies(3, () -> receiver.purge(Duration.ofDays(7)));
            long purged = 0;
            for (Future<Long> purge : pool.invokeAll(purges)) {
                purged += purge.get();
            }
            assertThat(purged).isEqualTo(10_000);
        } finally {
            pool.shutdownNow();
        }
        Await.until("all is forgotten", () -> database.count("tidings_inbox") == 0);
    }
}
