package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.KafkaBroker;
import io.tidings.embedded.PostgresServer;
import io.tidings.embedded.Signal;
import io.tidings.testing.Eventually;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Two relays, each a process of its own, share the shards of one outbox; one of them is struck, and their number changes. */
@EnabledIfSystemProperty(named = "faults.whole", matches = "true")
class ShardedRelayFaultsIT {
    private static final RelayKind POLLING = new RelayKind.Polling();

    @TempDir
    private Path directory;

    private static OutboxField field(String name) throws SQLException {
        return new OutboxField(KafkaBroker.shared().bootstrapServers(), PostgresServer.shared(), name, 3);
    }

    @Test
    void oneOfTwoIsKilledAtEveryPoint() throws Exception {
        Random random = Seed.random("shards, one of two killed");
        try (OutboxField field = field("shardskilled");
                RelayRun run = new RelayRun(field, POLLING, random, directory);
                ChildProcess other = run.start()) {
            run.killAt(KillPoint.OF_RELAY);
            assertThat(other.isAlive()).isTrue();
            run.conclude("3 shards, one of two relays killed at " + KillPoint.OF_RELAY.size() + " points");
        }
    }

    @Test
    void oneOfTwoStandsStillAndWakesUp() throws Exception {
        Random random = Seed.random("shards, one of two a zombie");
        try (OutboxField field = field("shardszombie");
                RelayRun run = new RelayRun(field, POLLING, random, directory);
                ChildProcess other = run.start()) {
            run.stopAt(KillPoint.OF_RELAY);
            assertThat(other.isAlive()).isTrue();
            run.conclude("3 shards, one of two relays a zombie at " + KillPoint.OF_RELAY.size() + " points");
        }
    }

    /**
     * Those with the new number wait for those with the old one; of these one stands still and wakes up when the others lead,
     * and one is killed or ends in good order.
     */
    @Test
    void theirNumberChangesUnderZombies() throws Exception {
        Random random = Seed.random("shards, number changed");
        int changes = 12;
        int number = 3;
        try (OutboxField field = field("shardschanged");
                RelayRun run = new RelayRun(field, POLLING, random, directory)) {
            List<ChildProcess> relays = start(run);
            try {
                awaitLeading(relays, number);
                for (int change = 0; change < changes; change++) {
                    run.write(100);
                    number = 1 + (number + random.nextInt(3)) % 4;
                    field.shards(number);
                    List<ChildProcess> successors = start(run);
                    run.write(random.nextInt(60));
                    ChildProcess zombie = relays.get(random.nextInt(2));
                    ChildProcess other = relays.get(relays.get(0) == zombie ? 1 : 0);
                    zombie.signal(Signal.STOP);
                    other.signal(random.nextBoolean() ? Signal.KILL : Signal.TERM);
                    run.write(60);
                    awaitLeading(successors, number);
                    run.write(60);
                    zombie.signal(Signal.CONT);
                    run.write(150);
                    relays.forEach(ChildProcess::close);
                    relays = successors;
                }
            } finally {
                relays.forEach(ChildProcess::close);
            }
            run.conclude("number of shards changed " + changes + " times under a zombie and a death");
        }
    }

    private static List<ChildProcess> start(RelayRun run) throws Exception {
        List<ChildProcess> relays = new ArrayList<>();
        relays.add(run.start());
        relays.add(run.start());
        return relays;
    }

    /** All shards of that number have a relay that leads, or had one. */
    private static void awaitLeading(List<ChildProcess> relays, int number) {
        for (int shard = 0; shard < number; shard++) {
            String part = number == 1 ? RelayMain.LEADS : RelayMain.LEADS + " shard " + shard + " of " + number;
            Eventually.eventually(
                    RelayRun.SOON,
                    () -> assertThat(relays).anyMatch(relay -> relay.tail(500).contains(part)));
        }
    }
}
