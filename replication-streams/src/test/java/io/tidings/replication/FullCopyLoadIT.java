package io.tidings.replication;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.embedded.KafkaBroker;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a full copy takes to load, to restart and to answer. Prints figures and asserts none of them; run with {@code
 * -Dtidings.load=1000000 -Dtidings.load.keys=50000}. Broker and copy share the machine and the process.
 */
@EnabledIfSystemProperty(named = "tidings.load", matches = "\\d+")
class FullCopyLoadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String PADDING = "x".repeat(500);

    private final int records = Integer.getInteger("tidings.load", 100_000);
    private final int keys = Integer.getInteger("tidings.load.keys", 50_000);

    @TempDir
    @SuppressWarnings("NullAway.Init") // set by JUnit
    private Path directory;

    @Test
    void figures() throws Exception {
        Map<String, String> configuration = new HashMap<>();
        configuration.put("bootstrap.servers", KafkaBroker.shared().bootstrapServers());
        configuration.put("schema.registry.url", "mock://full-copy-load");
        configuration.put("tidings.source", "/test");
        configuration.put("application.id", "app");
        configuration.put("state.dir", directory.toString());
        Topics.create("load", 4);
        publish(configuration);
        var copy = RestaurantView.on("load").fullCopy();
        for (String what : List.of("first load", "restart", "first load, warm", "restart")) {
            String directoryOf = what.contains("warm") ? "warm" : what.contains("first") ? "cold" : "";
            if (!directoryOf.isEmpty()) {
                configuration.put("state.dir", directory.resolve(directoryOf).toString());
            }
            long started = System.nanoTime();
            try (Replication replication = Replication.start(configuration, List.of(copy))) {
                assertThat(replication.awaitReady(PATIENCE)).isTrue();
                report(what, System.nanoTime() - started);
                reportThreads();
                var view = replication.view(copy);
                assertThat(view.size()).isEqualTo(Math.min(keys, records));
                if (what.equals("restart")) {
                    ask(view);
                }
                started = System.nanoTime();
            }
            report("close", System.nanoTime() - started);
        }
        var onTheHeap = copy.store(StoreKind.MEMORY);
        long started = System.nanoTime();
        try (Replication replication = Replication.start(configuration, List.of(onTheHeap))) {
            assertThat(replication.awaitReady(PATIENCE)).isTrue();
            report("first load, heap", System.nanoTime() - started);
            reportThreads();
            ask(replication.view(onTheHeap));
        }
    }

    private void publish(Map<String, String> configuration) throws Exception {
        try (Owner owner = Owner.of("load", configuration)) {
            for (int record = 0; record < records; record++) {
                owner.says("restaurant-" + record % keys, 1 + record / keys, record + PADDING);
                if (record % 100_000 == 99_999) {
                    owner.flush();
                }
            }
            owner.flush();
        }
    }

    private void report(String what, long nanos) {
        System.out.printf("%-18s %8.2f s %10.0f records/s%n", what, nanos / 1e9, records / (nanos / 1e9));
    }

    /** What the copy's own threads have used: on a busy machine that says more than the time on the wall. */
    private void reportThreads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().startsWith("tidings-copy")) {
                double micros = threads.getThreadCpuTime(id) / 1e3 / records;
                System.out.printf("  %-40s %6.2f us of CPU a record%n", info.getThreadName(), micros);
            }
        }
    }

    private void ask(ReplicaView<String, RestaurantView> view) {
        Random random = new Random(1);
        long[] nanos = new long[200_000];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < nanos.length; i++) {
                String key = "restaurant-" + random.nextInt(Math.min(keys, records));
                long started = System.nanoTime();
                boolean there = view.get(key).isPresent();
                nanos[i] = System.nanoTime() - started;
                if (!there) {
                    throw new AssertionError(key);
                }
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "get: p50 %.1f us, p99 %.1f us%n", nanos[nanos.length / 2] / 1e3, nanos[nanos.length * 99 / 100] / 1e3);
    }
}
