package io.tidings.messaging.jdbc.relay;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.TransientMessagingException;
import io.tidings.messaging.jdbc.Accounts;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import io.tidings.messaging.jdbc.RecordingBroker;
import io.tidings.messaging.jdbc.Told;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Writers, three relays, and a nemesis that cuts connections, loses the broker before and after its commit, and pauses leaders
 * past their lease; then what was told is compared with what is. Replayed with {@code -Dtidings.seed=…}, as far as threads
 * allow.
 */
class RelayNemesisIT {
    private static final int WRITERS = 4;
    private static final int EACH = 50;
    private static final Duration LEASE = Duration.ofMillis(150);

    private final Database database = Database.create();
    private final RecordingBroker broker = new RecordingBroker();
    private final Accounts accounts = new Accounts();

    @Test
    @SuppressWarnings("SystemOut") // the seed belongs to the test's output
    void nothingIsLostInventedOrOvertaken() throws Exception {
        long seed = Long.getLong("tidings.seed", System.nanoTime());
        System.out.println("RelayNemesisIT: -Dtidings.seed=" + seed);
        Random faults = new Random(seed);
        broker.beforeCommit = batch -> strike(faults, 8);
        broker.afterCommit = batch -> strike(faults, 12);
        ExecutorService pool = Executors.newFixedThreadPool(WRITERS);
        try (PollingRelay one = relay();
                PollingRelay two = relay();
                PollingRelay three = relay()) {
            List<Future<?>> writers = IntStream.range(0, WRITERS)
                    .<Future<?>>mapToObj(writer -> pool.submit(() -> write(new Random(seed + 1 + writer))))
                    .toList();
            for (Future<?> writer : writers) {
                writer.get();
            }
            broker.beforeCommit = RecordingBroker.Fault.NONE;
            broker.afterCommit = RecordingBroker.Fault.NONE;
            Await.until("the outbox is empty", () -> database.count("tidings_outbox") == 0);
            assertThat(one.status().sent()
                            + two.status().sent()
                            + three.status().sent())
                    .isPositive();
        } finally {
            pool.shutdownNow();
        }
        Told.check(database, broker);
    }

    private PollingRelay relay() {
        RelayOptions options = RelayOptions.named("nemesis")
                .withPollInterval(Duration.ofMillis(5))
                .withLease(LEASE)
                .withMaxBackoff(Duration.ofMillis(100))
                .withBatchSize(5);
        return PollingRelay.start(database.source(), broker::open, options);
    }

    private void strike(Random faults, int oneIn) {
        int fate;
        synchronized (faults) {
            fate = faults.nextInt(3 * oneIn);
        }
        switch (fate) {
            case 0 -> throw new TransientMessagingException("the nemesis took the broker", null);
            case 1 -> pastTheLease();
            case 2 -> database.cutConnections();
            default -> {}
        }
    }

    private static void pastTheLease() {
        try {
            // Nobody counts it down: this is the pause of a process that is not scheduled.
            boolean counted = new CountDownLatch(1).await(2 * LEASE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(counted).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Object write(Random random) {
        for (int i = 0; i < EACH; i++) {
            try (Connection transaction = database.begin()) {
                accounts.change(transaction, "account-" + random.nextInt(5));
                if (random.nextInt(5) == 0) {
                    transaction.rollback();
                } else {
                    transaction.commit();
                }
            } catch (SQLException | TransientMessagingException cut) {
                // Committed or not: the table of accounts knows.
            }
        }
        return EACH;
    }
}
