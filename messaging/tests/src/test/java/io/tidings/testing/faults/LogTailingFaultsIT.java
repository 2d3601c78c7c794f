package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.KafkaBrokerOptions;
import io.tidings.embedded.KafkaBrokerProcess;
import io.tidings.embedded.PostgresOptions;
import io.tidings.embedded.PostgresServer;
import io.tidings.testing.Eventually;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What {@link OutboxFaultsIT} does to relays that poll, done to those that read PostgreSQL's log; and what only a log can suffer. */
@EnabledIfSystemProperty(named = "faults.whole", matches = "true")
class LogTailingFaultsIT {
    private static final RelayKind TAILING = new RelayKind.Tailing();
    private static final Set<KillPoint> POINTS = KillPoint.OF_LOG_TAILING_RELAY;

    @TempDir
    private Path directory;

    private PostgresServer postgres;

    /** A log that may keep little: more is discarded at the next checkpoint. */
    @BeforeEach
    void startServer() {
        postgres = PostgresServer.start(PostgresOptions.defaults()
                .withSetting("max_slot_wal_keep_size", "64MB")
                .withSetting("min_wal_size", "32MB")
                .withSetting("max_wal_size", "64MB"));
    }

    @AfterEach
    void stopServer() {
        postgres.close();
    }

    private OutboxField field(String name) throws SQLException {
        return new OutboxField(KafkaBroker.shared().bootstrapServers(), postgres, name, 1);
    }

    @Test
    void aRelayIsKilledAtEveryPoint() throws Exception {
        Random random = Seed.random("killed log-tailing relay");
        try (OutboxField field = field("tailkilled");
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            run.killAt(POINTS);
            run.conclude("log-tailing relay killed at " + POINTS.size() + " points");
            assertThat(new LogStrike(field).losses()).isZero();
        }
    }

    @Test
    void aZombieWakesUpInTheMiddleOfItsBatch() throws Exception {
        Random random = Seed.random("zombie log-tailing relay");
        try (OutboxField field = field("tailzombie");
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            run.stopAt(POINTS);
            run.conclude("log-tailing relay stopped at " + POINTS.size() + " points, and woken up as a zombie");
            assertThat(new LogStrike(field).losses()).isZero();
        }
    }

    @Test
    void theDatabaseIsKilledWhileTheRelayIsAtAPoint() throws Exception {
        Random random = Seed.random("database killed under a log-tailing relay");
        try (OutboxField field = field("tailpg");
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            run.strikeAt(POINTS, () -> {
                postgres.kill();
                postgres.startAgain();
            });
            run.conclude("database killed with the log-tailing relay at " + POINTS.size() + " points");
            assertThat(new LogStrike(field).losses()).isZero();
        }
    }

    @Test
    void theBrokerIsKilledWhileTheRelayIsAtAPoint() throws Exception {
        Random random = Seed.random("broker killed under a log-tailing relay");
        try (KafkaBrokerProcess broker = KafkaBrokerProcess.start(KafkaBrokerOptions.defaults());
                OutboxField field = new OutboxField(broker.bootstrapServers(), postgres, "tailbroker", 1);
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            run.strikeAt(POINTS, () -> {
                broker.kill();
                broker.startAgain();
            });
            run.conclude("broker killed with the log-tailing relay at " + POINTS.size() + " points");
            assertThat(new LogStrike(field).losses()).isZero();
        }
    }

    /** A relay works, is killed, and before the next one comes something is done to what it knows the log by. */
    @Test
    void theLogIsStruckWhileNobodyReads() throws Exception {
        Random random = Seed.random("log struck, nobody reads");
        int named = 0;
        try (OutboxField field = field("tailaway");
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            LogStrike strike = new LogStrike(field);
            for (int round = 0; round < 2; round++) {
                for (LogStrike.Kind kind : RelayRun.shuffled(EnumSet.allOf(LogStrike.Kind.class), random)) {
                    // With every key barred, and released again and again, it would never be done with the table.
                    field.allowLargeMessages();
                    try (ChildProcess relay = run.start()) {
                        relay.awaitLine(RelayMain.LEADS, RelayRun.SOON);
                        String end = strike.endOfLog();
                        Eventually.eventually(RelayRun.SOON, () -> {
                            // A slot is made when those transactions are over that run then.
                            run.write(30);
                            assertThat(strike.isReadBeyond(end))
                                    .as("the log is read, and next comes %s:%n%s", kind, relay.tail(60))
                                    .isTrue();
                        });
                        field.allowOnlySmallMessages();
                        run.write(100 + random.nextInt(200));
                        relay.kill();
                    }
                    run.write(random.nextInt(60));
                    strike.carryOut(kind);
                    named = kind.losses(named);
                    run.write(random.nextInt(60));
                }
            }
            run.conclude("log struck " + 2 * LogStrike.Kind.values().length + " times while nobody reads");
            assertThat(strike.losses()).as("losses that are named").isGreaterThanOrEqualTo(named);
        }
    }

    /** The same under a relay that stands still, and goes on with what it has. */
    @Test
    void theLogIsStruckUnderARelay() throws Exception {
        Random random = Seed.random("log struck under a relay");
        Set<KillPoint> points = EnumSet.range(KillPoint.RELAY_SLOT_OPENED, KillPoint.RELAY_SETTLED);
        try (OutboxField field = field("tailunder");
                RelayRun run = new RelayRun(field, TAILING, random, directory)) {
            LogStrike strike = new LogStrike(field);
            List<LogStrike.Kind> kinds = List.of(LogStrike.Kind.SLOT_DROPPED, LogStrike.Kind.LOG_DISCARDED);
            int[] struck = {0};
            run.strikeAt(points, () -> {
                run.write(60);
                strike.carryOut(kinds.get(struck[0]++ % 2));
            });
            run.conclude("log struck with the log-tailing relay at " + points.size() + " points");
            assertThat(strike.losses()).as("losses that are named").isGreaterThanOrEqualTo(struck[0]);
        }
    }
}
