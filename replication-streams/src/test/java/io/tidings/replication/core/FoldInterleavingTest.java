package io.tidings.replication.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.History.Outcome;
import io.tidings.replication.core.History.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Seeded: a failure names its seed, and {@code new Random(seed)} repeats it. */
class FoldInterleavingTest {

    private static final int RUNS = 20_000;

    @FunctionalInterface
    private interface Folding {
        Decision fold(@Nullable Row row, Event event, long now);
    }

    @Test
    void anyOrderAndAnyDuplicatesLeaveTheSameRows() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            History history = History.random(random);
            List<Told> told = history.shuffledWithDuplicates(random);

            assertThat(outcomes(told, random, Fold::fold))
                    .as("seed %d: %s", seed, told)
                    .isEqualTo(history.expected());
        }
    }

    /** The check above is worth something: it finds a replica that takes whatever comes. */
    @Test
    void theCheckFindsAReplicaWithoutItsGuard() {
        boolean found = false;
        for (long seed = 0; seed < 100 && !found; seed++) {
            Random random = new Random(seed);
            History history = History.random(random);
            List<Told> told = history.shuffledWithDuplicates(random);
            found = !outcomes(told, random, (row, event, now) -> Fold.fold(null, event, now))
                    .equals(history.expected());
        }
        assertThat(found).isTrue();
    }

    /**
     * Processing is at least once: after a crash it goes on somewhere before, with the rows that were stored since. Poison
     * without a version is part of this one: it cannot be ordered between events, but its repetition is known as such.
     */
    @Test
    void repeatingWhatWasProcessedBeforeACrashChangesNothing() {
        for (long seed = 0; seed < RUNS; seed++) {
            Random random = new Random(seed);
            List<Event> log = unversioned(History.random(random).shuffledWithDuplicates(random), random);
            Map<Integer, @Nullable Row> crashed = new HashMap<>();
            Map<Integer, @Nullable Row> smooth = new HashMap<>();
            log.forEach(event -> apply(smooth, 0, event, Fold::fold));

            int at = 0;
            int crashes = random.nextInt(4);
            while (at < log.size()) {
                apply(crashed, 0, log.get(at), Fold::fold);
                at++;
                if (crashes > 0 && random.nextInt(4) == 0) {
                    crashes--;
                    at = random.nextInt(at + 1);
                }
            }

            assertThat(crashed).as("seed %d: %s", seed, log).isEqualTo(smooth);
        }
    }

    private static Map<String, Outcome> outcomes(List<Told> told, Random random, Folding folding) {
        Map<String, @Nullable Row> rows = new TreeMap<>();
        long offset = 0;
        for (Told event : told) {
            // Offsets have gaps, where transactions end.
            offset += 1 + random.nextInt(2);
            apply(rows, event.key(), event.at(offset), folding);
        }
        Map<String, Outcome> outcomes = new TreeMap<>();
        rows.forEach((key, row) -> outcomes.put(key, Outcome.of(row)));
        return outcomes;
    }

    /** As one key's log, some of the poison with no version to read. */
    private static List<Event> unversioned(List<Told> told, Random random) {
        return java.util.stream.IntStream.range(0, told.size())
                .mapToObj(offset -> told.get(offset).at(offset))
                .map(event -> event instanceof Event.Poison poison && random.nextBoolean()
                        ? new Event.Poison(0, poison.offset(), null, poison.reason())
                        : event)
                .toList();
    }

    private static <K> void apply(Map<K, @Nullable Row> rows, K key, Event event, Folding folding) {
        Decision decision = folding.fold(rows.get(key), event, 0);
        if (decision instanceof Decision.Applied applied) {
            rows.put(key, applied.row());
        } else if (decision instanceof Decision.Grave grave) {
            rows.put(key, grave.row());
        } else if (decision instanceof Decision.Parked parked) {
            rows.put(key, parked.row());
        }
    }
}
