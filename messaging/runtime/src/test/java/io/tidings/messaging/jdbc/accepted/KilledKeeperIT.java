package io.tidings.messaging.jdbc.accepted;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.ChildProcess;
import io.tidings.embedded.JvmProcess;
import io.tidings.embedded.PostgresServer;
import io.tidings.messaging.accepted.Errand;
import io.tidings.messaging.jdbc.Await;
import io.tidings.messaging.jdbc.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** A service is killed (SIGKILL) wherever it stands, again and again; another instance lives. */
class KilledKeeperIT {
    private static final int KILLS = Integer.getInteger("accepted.kills", 1);
    private static final long SEED = Long.getLong("accepted.seed", System.nanoTime());
    private static final Duration START = Duration.ofMinutes(1);

    @Test
    void whateverAServiceLeavesIsFinishedOnce() throws Exception {
        System.out.println("killed keepers: -Daccepted.seed=" + SEED);
        Random random = new Random(SEED);
        Database database = Errands.newDatabase();
        try (RequestKeeper survivor = new Errands(database.source()).keeping()) {
            assertThat(survivor).isNotNull();
            for (int life = 0; life < KILLS; life++) {
                try (ChildProcess service = service(database, life, random.nextLong())) {
                    service.awaitLine("twenty errands", START);
                    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(200)));
                    service.kill();
                }
            }
            Await.until(
                    "all errands are finished",
                    () -> database.texts("SELECT id FROM tidings_accepted_request WHERE look_at IS NOT NULL")
                            .isEmpty());
        }
        List<String> ids = database.texts("SELECT id FROM tidings_accepted_request");
        assertThat(ids).hasSizeGreaterThan(KILLS * 20);
        ids.forEach(id -> check(id, Errands.told(database, id)));
        System.out.println(database.texts(
                "SELECT state || ' ' || count(*) FROM tidings_accepted_request GROUP BY state ORDER BY state"));
    }

    private static ChildProcess service(Database database, int life, long seed) {
        return JvmProcess.of(ErrandProcess.class)
                .jvmFlags("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto")
                .args(PostgresServer.shared().jdbcUrl(database.name()), String.valueOf(life), String.valueOf(seed))
                .start();
    }

    /** Accepted, then steps, then at most one move in between, then one end, then what was begun undone if it failed. */
    private static void check(String id, List<String> told) {
        List<String> steps = told.stream()
                .filter(List.of("ticket", "payment", "courier")::contains)
                .toList();
        List<String> ends =
                told.stream().filter(what -> what.contains(" ") && isEnd(what)).toList();
        List<String> undone =
                told.stream().filter(what -> what.startsWith("undo ")).toList();
        assertThat(told).as(id).startsWith("PENDING 1").doesNotHaveDuplicates();
        assertThat(ends).as(id).hasSize(1);
        List<String> expected = new ArrayList<>();
        if (!ends.get(0).startsWith("DONE")) {
            steps.forEach(step -> expected.add("undo " + step));
            Collections.reverse(expected);
        }
        assertThat(undone).as(id).isEqualTo(expected);
    }

    private static boolean isEnd(String what) {
        String state = what.substring(0, what.indexOf(' '));
        return !state.equals("undo") && Errand.LIFECYCLE.ends(Errand.valueOf(state));
    }
}
