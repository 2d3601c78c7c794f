package io.tidings.benchmarks.replication;

import com.example.shop.Purchase;
import io.tidings.benchmarks.Broker;
import io.tidings.benchmarks.Turn;
import io.tidings.replication.ReplicaDefinition;
import io.tidings.replication.ReplicaView;
import io.tidings.replication.VersionSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A copy of many small entities: its start after a graceful stop with the disk intact, its restoration where the disk was lost, and
 * single looks into it.
 */
final class Living {

    private static final String TOPIC = "purchases";
    private static final int LOOKS = 200_000;

    private final Broker broker;
    private final Path directory;
    private final int entities;

    Living(Broker broker, Path directory, int entities) {
        this.broker = broker;
        this.directory = directory;
        this.entities = entities;
    }

    List<String> measure(int rounds) throws Exception {
        new Entities(broker).publishPurchases(TOPIC, entities);
        ReplicaDefinition<String, Purchase> view =
                ReplicaDefinition.of("Purchases", Entities.channel(TOPIC), Entities.PURCHASE, VersionSource.header());
        Map<String, ReplicaDefinition<String, Purchase>> views = new LinkedHashMap<>();
        views.put("partitioned", view);
        views.put("full copy", view.fullCopy());
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %10s %12s %12s %10s %10s %10s",
                "rows: " + entities,
                "load/s",
                "restart s",
                "restore/s",
                "get p50 us",
                "p99 us",
                "longest"));
        for (Map.Entry<String, ReplicaDefinition<String, Purchase>> contender : views.entrySet()) {
            lines.add(measure(contender.getKey(), contender.getValue(), rounds));
        }
        broker.delete(List.of(TOPIC));
        return lines;
    }

    private String measure(String name, ReplicaDefinition<String, Purchase> view, int rounds) throws Exception {
        String id = "live-" + UUID.randomUUID();
        Path state = directory.resolve(id);
        double load = timed(view, id, state);
        double[] restarts = new double[rounds];
        double[] restores = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            restarts[round] = timed(view, id, state);
            delete(state);
            restores[round] = timed(view, id, state);
        }
        double[] looks = looks(view, id, state);
        return String.format(
                Locale.ROOT,
                "  %-18s %10.0f %12.2f %12.0f %10.2f %10.2f %10.1f",
                name,
                entities / load,
                median(restarts),
                entities / median(restores),
                looks[looks.length / 2],
                looks[(int) (looks.length * 0.99)],
                looks[looks.length - 1]);
    }

    /** Seconds from the call that starts it until it answers. */
    private double timed(ReplicaDefinition<String, Purchase> view, String id, Path state) throws Exception {
        Turn.Watch watch = Turn.start();
        try (ReplicaCopy<Purchase> copy = ReplicaCopy.start(broker, view, id, state)) {
            copy.awaitAll();
            Turn turn = watch.stop(entities);
            if (copy.view().get(Entities.key(entities - 1)).isEmpty()) {
                throw new IllegalStateException("The last entity is not there");
            }
            return turn.nanos() / 1e9;
        }
    }

    /** Microseconds, sorted. */
    private double[] looks(ReplicaDefinition<String, Purchase> view, String id, Path state) throws Exception {
        try (ReplicaCopy<Purchase> copy = ReplicaCopy.start(broker, view, id, state)) {
            copy.awaitAll();
            ReplicaView<String, Purchase> rows = copy.view();
            Random random = new Random(4711);
            int count = Math.min(LOOKS, 10 * entities);
            double[] unused = looks(rows, random, count);
            double[] micros = looks(rows, random, count);
            Arrays.sort(micros);
            return micros;
        }
    }

    private double[] looks(ReplicaView<String, Purchase> rows, Random random, int count) {
        double[] micros = new double[count];
        for (int look = 0; look < count; look++) {
            String key = Entities.key(random.nextInt(entities));
            long start = System.nanoTime();
            boolean found = rows.get(key).isPresent();
            micros[look] = (System.nanoTime() - start) / 1e3;
            if (!found) {
                throw new IllegalStateException(key + " is not there");
            }
        }
        return micros;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
