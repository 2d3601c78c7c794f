package io.tidings.testing.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.Signal;
import io.tidings.testing.Eventually;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Relays in processes of their own are brought to one point after the other and struck there, while transactions go on; then one
 * checker compares. Used by one thread.
 */
final class RelayRun implements AutoCloseable {
    static final Duration SOON = Duration.ofMinutes(3);
    private static final int SIGKILLED = 128 + 9;

    /** Points that are met once in a life. */
    private static final Set<KillPoint> ONCE = EnumSet.of(
            KillPoint.RELAY_LEASED, KillPoint.RELAY_OPENED, KillPoint.RELAY_SLOT_OPENED, KillPoint.RELAY_CLOSING);

    private final OutboxField field;
    private final RelayKind kind;
    private final Random random;
    private final Path directory;
    private final InterleavedWriters writers;

    /** @param directory for what processes are told */
    RelayRun(OutboxField field, RelayKind kind, Random random, Path directory) {
        this.field = field;
        this.kind = kind;
        this.random = random;
        this.directory = directory;
        this.writers = new InterleavedWriters(field, field.databaseUrl, "near", 20, 60, random.nextLong());
    }

    /** In any order. */
    static <T> List<T> shuffled(Collection<T> all, Random random) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    /** Lets the others work. */
    static void pause(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    /** A relay that nothing happens to by itself. */
    ChildProcess start() throws Exception {
        ChildProcess relay = field.process(kind.getClass(), directory);
        relay.awaitLine(RelayMain.READY, SOON);
        return relay;
    }

    /** Lets transactions go on, and relays work. */
    void write(int steps) throws Exception {
        for (int left = steps; left > 0; left -= 30) {
            writers.steps(Math.min(left, 30));
            pause(10);
            int unused = field.retryBarred();
        }
    }

    /** SIGKILL at each of the points; each life begins where the last one ended. */
    void killAt(Collection<KillPoint> points) throws Exception {
        for (KillPoint point : shuffled(points, random)) {
            try (ChildProcess relay = field.process(kind.getClass(), point, "KILL", time(point), directory)) {
                bringItThere(relay, point);
                assertThat(relay.awaitExit(SOON))
                        .as("%s:%n%s", point, relay.tail(30))
                        .isEqualTo(SIGKILLED);
                int unused = field.retryBarred();
            }
        }
    }

    /** SIGSTOP at each of the points, another relay takes over, SIGCONT: the zombie goes on where it was, and both are there. */
    void stopAt(Collection<KillPoint> points) throws Exception {
        for (KillPoint point : shuffled(points, random)) {
            try (ChildProcess zombie = field.process(kind.getClass(), point, "STOP", 1, directory)) {
                bringItThere(zombie, point);
                try (RelayKind.Running heir =
                        field.relay(kind, field.databaseUrl, field.configuration("heir-" + point))) {
                    assertThat(heir).isNotNull();
                    writers.steps(150);
                    pause(Seed.whole() ? 2_500 : 1_500);
                    writers.steps(50);
                    zombie.signal(Signal.CONT);
                    writers.steps(150);
                    pause(Seed.whole() ? 1_500 : 300);
                    int unused = field.retryBarred();
                }
            }
        }
    }

    /** Something else is struck while a relay stands still at each of the points, which then goes on. */
    void strikeAt(Collection<KillPoint> points, Strike strike) throws Exception {
        for (KillPoint point : shuffled(points, random)) {
            try (ChildProcess relay = field.process(kind.getClass(), point, "STOP", time(point), directory)) {
                bringItThere(relay, point);
                strike.strike();
                relay.signal(Signal.CONT);
                writers.steps(100);
                pause(500);
            }
        }
    }

    /** What is done to others. */
    @FunctionalInterface
    interface Strike {
        void strike() throws Exception;
    }

    /** For which time it comes by. */
    private int time(KillPoint point) {
        return ONCE.contains(point) ? 1 : 1 + random.nextInt(2);
    }

    /** Writes until it has come by. */
    private void bringItThere(ChildProcess relay, KillPoint point) throws Exception {
        relay.awaitLine(RelayMain.READY, SOON);
        // What was barred on the way to the last point goes now: with every key barred there would be nothing to send.
        field.allowLargeMessages();
        int released = field.retryBarred();
        writers.steps(10 + Math.min(released, 20));
        field.allowOnlySmallMessages();
        if (point == KillPoint.RELAY_CLOSING) {
            relay.awaitLine(RelayMain.LEADS, SOON);
            writers.steps(100);
            relay.signal(Signal.TERM);
            relay.awaitLine(point.lastWords(), SOON);
            return;
        }
        long end = System.nanoTime() + SOON.toNanos();
        while (!relay.tail(200).contains(point.lastWords())) {
            assertThat(System.nanoTime())
                    .as("%s was not reached:%n%s", point, relay.tail(30))
                    .isLessThan(end);
            writers.steps(30);
            pause(20);
            int unused = field.retryBarred();
        }
    }

    /** Commits what is open, has a last relay send it, and checks. */
    void conclude(String run) throws Exception {
        writers.finish();
        try (RelayKind.Running last = field.relay(kind, field.databaseUrl, field.configuration("last"))) {
            assertThat(last).isNotNull();
            conclude(run, field);
        }
    }

    /** Checks when there are relays to send what is left. */
    static void conclude(String run, OutboxField field) throws Exception {
        field.allowLargeMessages();
        // One that was refused before may be barred only now.
        Eventually.eventually(SOON, () -> {
            int unused = field.retryBarred();
            assertThat(field.strings("SELECT message_id || coalesce(': ' || barred_reason, '') FROM tidings_outbox"))
                    .as(OutboxChecker.LOST)
                    .isEmpty();
        });
        Seed.report(run, new OutboxChecker(field).check(SOON));
    }

    @Override
    public void close() throws SQLException {
        writers.close();
    }
}
