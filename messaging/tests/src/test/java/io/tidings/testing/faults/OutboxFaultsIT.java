package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tidings.embedded.FaultProxy;
import io.tidings.embedded.FaultProxy.Direction;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.KafkaBrokerOptions;
import io.tidings.embedded.KafkaBrokerProcess;
import io.tidings.embedded.PostgresServer;
import io.tidings.testing.Eventually;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Transactions are interleaved, some of them long, some with messages that are too large, while everything fails that stands
 * between a row of the outbox and its effect; then one checker compares database, topic and consumer.
 */
class OutboxFaultsIT {
    private static final Duration SOON = RelayRun.SOON;
    private static final int MOST_TRIES = 20;
    private static final RelayKind POLLING = new RelayKind.Polling();

    @TempDir
    private Path directory;

    /** Two relays, connections cut and answers swallowed, sessions ended inside COMMIT, messages that are too large. */
    @Test
    void everythingFailsAtOnce() throws Exception {
        Random random = Seed.random("outbox, everything at once");
        int rounds = Seed.whole() ? 60 : 4;
        FaultProxy kafka = KafkaBroker.shared().proxy();
        AtomicInteger cut = new AtomicInteger();
        Random cuts = new Random(random.nextLong());
        try (FaultProxy postgres = FaultProxy.to(PostgresServer.shared().port());
                OutboxField field = new OutboxField(
                        KafkaBroker.shared().bootstrapServers(),
                        PostgresServer.shared(),
                        "outbox",
                        1 + 2 * random.nextInt(2))) {
            field.slowCommits();
            Map<String, String> behind = field.configuration("behind");
            behind.put("bootstrap.servers", kafka.address());
            behind.put("request.timeout.ms", "1000");
            String url = postgres.through(field.databaseUrl);
            try (RelayKind.Running one = field.relay(POLLING, url, behind);
                    RelayKind.Running two = field.relay(POLLING, field.databaseUrl, field.configuration("two"));
                    NaiveLoop cutter =
                            new NaiveLoop(() -> cut.addAndGet(cuts.nextInt(12) == 0 ? field.cutCommits() : 0));
                    InterleavedWriters near =
                            new InterleavedWriters(field, field.databaseUrl, "near", 20, 40, random.nextLong());
                    InterleavedWriters far = new InterleavedWriters(field, url, "far", 20, 40, random.nextLong())) {
                assertThat(one).isNotSameAs(two);
                for (int round = 0; round < rounds; round++) {
                    FaultProxy struck = random.nextInt(3) == 0 ? postgres : kafka;
                    far.steps(20);
                    strike(struck, random);
                    for (int i = 0; i < 5; i++) {
                        near.steps(20);
                    }
                    // One step more: whoever writes behind a network that swallows answers waits for 2 s each time.
                    far.steps(1);
                    RelayRun.pause(random.nextInt(300));
                    struck.heal();
                    int unused = field.retryBarred();
                }
                cutter.end();
                near.finish();
                far.finish();
                RelayRun.conclude(
                        "outbox, everything at once, " + rounds + " rounds, " + cut + " sessions ended in COMMIT, "
                                + (near.failures() + far.failures()) + " transactions failed",
                        field);
            } finally {
                kafka.heal();
            }
        }
    }

    private static void strike(FaultProxy network, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> network.cut();
            case 1 -> network.swallow(Direction.ANSWERS);
            case 2 ->
                network.cutAfter(
                        random.nextBoolean() ? Direction.REQUESTS : Direction.ANSWERS, 500 + random.nextInt(5_000));
            case 3 -> network.delay(Direction.ANSWERS, Duration.ofMillis(1), Duration.ofMillis(30), random.nextLong());
            default -> {}
        }
    }

    /** SIGKILL at one point after the other; each life begins where the last one ended. */
    @Test
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void aRelayIsKilledAtEveryPoint() throws Exception {
        Random random = Seed.random("killed relay");
        try (OutboxField field = field("killed", random);
                RelayRun run = new RelayRun(field, POLLING, random, directory)) {
            run.killAt(KillPoint.OF_RELAY);
            run.conclude("relay killed at " + KillPoint.OF_RELAY.size() + " points");
        }
    }

    /** SIGSTOP where it hurts, another one takes over, SIGCONT: the zombie goes on where it was, and both are there. */
    @Test
    void aZombieWakesUpInTheMiddleOfItsBatch() throws Exception {
        Random random = Seed.random("zombie relay");
        Set<KillPoint> points = Seed.whole() ? KillPoint.OF_RELAY : EnumSet.of(KillPoint.RELAY_UNCOMMITTED);
        try (OutboxField field = field("zombie", random);
                RelayRun run = new RelayRun(field, POLLING, random, directory)) {
            run.stopAt(points);
            run.conclude("relay stopped at " + points.size() + " points, and woken up as a zombie");
        }
    }

    /** SIGKILL to PostgreSQL while the relay is at a point, which goes on when the database is back. */
    @Test
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void theDatabaseIsKilledWhileTheRelayIsAtAPoint() throws Exception {
        Random random = Seed.random("database killed under a relay");
        try (PostgresServer postgres = PostgresServer.start();
                OutboxField field = new OutboxField(
                        KafkaBroker.shared().bootstrapServers(), postgres, "pg", 1 + random.nextInt(2));
                RelayRun run = new RelayRun(field, POLLING, random, directory)) {
            run.strikeAt(KillPoint.OF_RELAY, () -> {
                postgres.kill();
                postgres.startAgain();
            });
            run.conclude("database killed with the relay at " + KillPoint.OF_RELAY.size() + " points");
        }
    }

    /** The same to the broker. */
    @Test
    @EnabledIfSystemProperty(named = "faults.whole", matches = "true")
    void theBrokerIsKilledWhileTheRelayIsAtAPoint() throws Exception {
        Random random = Seed.random("broker killed under a relay");
        try (KafkaBrokerProcess broker = KafkaBrokerProcess.start(KafkaBrokerOptions.defaults());
                OutboxField field = new OutboxField(
                        broker.bootstrapServers(), PostgresServer.shared(), "broker", 1 + random.nextInt(2));
                RelayRun run = new RelayRun(field, POLLING, random, directory)) {
            run.strikeAt(KillPoint.OF_RELAY, () -> {
                broker.kill();
                broker.startAgain();
            });
            run.conclude("broker killed with the relay at " + KillPoint.OF_RELAY.size() + " points");
        }
    }

    private static OutboxField field(String name, Random random) throws SQLException {
        return new OutboxField(
                KafkaBroker.shared().bootstrapServers(), PostgresServer.shared(), name, 1 + random.nextInt(2));
    }

    /** The checker sees what is broken, with the real database and broker too. */
    @Test
    void aCursorLosesWhatCommitsLate() throws Exception {
        assertFound(new CursorRelay(), OutboxChecker.LOST, false);
    }

    @Test
    void retriesOutOfOrderOvertake() throws Exception {
        assertFound(new PipelinedRelay(), OutboxChecker.OVERTAKEN, true);
    }

    /** Whether it meets with what it gets wrong is up to the machine, which may be busy with other things. */
    private static void assertFound(RelayKind broken, String said, boolean mended) throws Exception {
        for (int tries = 1; !finds(broken, said, mended); tries++) {
            assertThat(tries).as("Tries in which nothing was found").isLessThan(MOST_TRIES);
        }
    }

    private static boolean finds(RelayKind broken, String said, boolean mended) throws Exception {
        Random random = Seed.random(broken.getClass().getSimpleName());
        try (OutboxField field =
                        new OutboxField(KafkaBroker.shared().bootstrapServers(), PostgresServer.shared(), "broken", 1);
                RelayKind.Running relay = field.relay(broken, field.databaseUrl, field.configuration("broken"));
                InterleavedWriters writers = new InterleavedWriters(
                        field, field.databaseUrl, "near", 10, mended ? 10 : 0, random.nextLong())) {
            assertThat(relay).isNotNull();
            writers.steps(300);
            writers.finish();
            if (mended) {
                field.allowLargeMessages();
            }
            String last = writers.tellAtLast();
            OutboxChecker checker = new OutboxChecker(field);
            // It has done all that it will: what was committed later has arrived.
            Eventually.eventually(SOON, () -> assertThat(checker.sent()).contains(last));
            Throwable found = catchThrowable(() -> checker.check(mended ? SOON : Duration.ofMillis(500)));
            if (found != null) {
                assertThat(found).isInstanceOf(AssertionError.class).hasMessageContaining(said);
            }
            return found != null;
        }
    }
}
