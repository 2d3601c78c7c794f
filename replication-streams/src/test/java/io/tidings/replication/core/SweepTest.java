package io.tidings.replication.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A replica that was away while its topic was compacted, and tombstones with it. Seeded: a failure names its seed. */
class SweepTest {

    private static final int RUNS = Integer.getInteger("tidings.sweep.runs", 3_000);

    @Test
    void whatWasDeletedMeanwhileIsBuriedAndNothingElseIs() {
        for (long seed = 0; seed < RUNS; seed++) {
            Life life = new Life(new Random(seed), Sweep::new);
            life.live();
            assertThat(life.replica()).as("seed %d: %s", seed, life.log).isEqualTo(life.owner);
        }
    }

    @Test
    void theCheckFindsAReplicaThatDoesNotSweep() {
        assertThat(someLifeGoesWrong((marks, startedAt) -> new Sweep(marks, Long.MIN_VALUE)))
                .isTrue();
    }

    /** Who does not spare what came after the topics' ends buries what lives; a newer version only would bring it back. */
    @Test
    void theCheckFindsASweepThatForgetsWhatIsNew() {
        assertThat(someLifeGoesWrong((marks, startedAt) -> new Sweep(marks, Long.MAX_VALUE)))
                .isTrue();
    }

    @Test
    void marksAreThoseThatWereMade() {
        KeyMarks marks = new KeyMarks();
        for (int key = 0; key < 10_000; key += 2) {
            marks.mark(bytes(key));
            marks.mark(bytes(key));
        }
        assertThat(marks.size()).isEqualTo(5_000);
        for (int key = 0; key < 10_000; key++) {
            assertThat(marks.marked(bytes(key))).isEqualTo(key % 2 == 0);
        }
    }

    @Test
    void whoIsBackInTimeHasMissedNothing() {
        assertThat(Absence.tooLong(0, 89, 100)).isFalse();
        assertThat(Absence.tooLong(0, 90, 100)).isTrue();
    }

    /** The owner may say again what was buried: it is believed. */
    @Test
    void whoeverWasSweptComesBackInTheSameVersion() {
        Row row = applied(null, new Event.Upsert(0, 1, 7, RowValue.of(bytes(1))));
        Row swept = Burial.swept(row, 0);
        assertThat(swept.grave()).isTrue();
        assertThat(Fold.fold(swept, new Event.Upsert(0, 2, 6, RowValue.of(bytes(1))), 0))
                .isInstanceOf(Decision.Stale.class);
        assertThat(Fold.fold(swept, new Event.Upsert(0, 2, 7, RowValue.of(bytes(1))), 0))
                .isInstanceOf(Decision.Applied.class);
    }

    @Test
    void whoWasErasedForGoodStaysErased() {
        Row row = applied(null, new Event.Upsert(0, 1, 7, RowValue.of(bytes(1))));
        assertThat(Fold.fold(Burial.untilNewer(row, 0), new Event.Upsert(0, 2, 7, RowValue.of(bytes(1))), 0))
                .isInstanceOf(Decision.Stale.class);
        assertThat(Fold.fold(Burial.untilNewer(row, 0), new Event.Upsert(0, 2, 8, RowValue.of(bytes(1))), 0))
                .isInstanceOf(Decision.Applied.class);
        Row forGood = Burial.forGood(0);
        assertThat(Burial.isForGood(forGood)).isTrue();
        assertThat(Fold.fold(forGood, new Event.Upsert(0, 2, 8, RowValue.of(bytes(1))), 0))
                .isInstanceOf(Decision.Stale.class);
        assertThat(Fold.expired(forGood, Long.MAX_VALUE, 1)).isFalse();
    }

    private static boolean someLifeGoesWrong(BiFunction<KeyMarks, Long, Sweep> sweeping) {
        for (long seed = 0; seed < RUNS; seed++) {
            Life life = new Life(new Random(seed), sweeping);
            life.live();
            if (!life.replica().equals(life.owner)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Row applied(@Nullable Row row, Event event, long now) {
        Decision decision = Fold.fold(row, event, now);
        if (decision instanceof Decision.Applied applied) {
            return applied.row();
        }
        return decision instanceof Decision.Grave grave ? grave.row() : row;
    }

    private static Row applied(@Nullable Row row, Event event) {
        return java.util.Objects.requireNonNull(applied(row, event, 0));
    }

    private static byte[] bytes(int number) {
        return ByteBuffer.allocate(4).putInt(number).array();
    }

    /** Owner, compacted topic and replica, whose steps come in any order. */
    private static final class Life {

        final Map<String, Long> owner = new TreeMap<>();
        final List<@Nullable Said> log = new ArrayList<>();
        private final Map<String, Long> versions = new TreeMap<>();
        private final Map<String, Row> rows = new TreeMap<>();
        private final Random random;
        private final BiFunction<KeyMarks, Long, Sweep> sweeping;
        private long now;
        private int position;
        private @Nullable KeyMarks marks;
        private int scanned;
        private int scanEnd;
        private long startedAt;
        private int killsLeft = 3;

        record Said(String key, long version, boolean deleted) {}

        Life(Random random, BiFunction<KeyMarks, Long, Sweep> sweeping) {
            this.random = random;
            this.sweeping = sweeping;
        }

        void live() {
            times(20, this::say);
            times(random.nextInt(log.size() + 1), this::apply);
            times(15, this::say);
            compact();
            begin();
            boolean swept = false;
            while (!swept) {
                int dice = random.nextInt(10);
                if (dice < 2) {
                    say();
                } else if (dice < 5) {
                    apply();
                } else if (dice == 9 && killsLeft-- > 0) {
                    begin(); // it was killed: what it had marked is lost
                } else if (scanned < scanEnd) {
                    scan();
                } else {
                    sweep();
                    swept = true;
                }
            }
            times(log.size(), this::apply);
        }

        Map<String, Long> replica() {
            Map<String, Long> live = new TreeMap<>();
            rows.forEach((key, row) -> {
                if (row.live()) {
                    live.put(key, row.version());
                }
            });
            return live;
        }

        private static void times(int count, Runnable what) {
            for (int time = 0; time < count; time++) {
                what.run();
            }
        }

        private void say() {
            now++;
            String key = "k" + random.nextInt(6);
            long version = versions.merge(key, 1L, Long::sum);
            boolean deleted = owner.containsKey(key) && random.nextInt(3) == 0;
            if (deleted) {
                owner.remove(key);
            } else {
                owner.put(key, version);
            }
            log.add(new Said(key, version, deleted));
        }

        private void apply() {
            now++;
            if (position < log.size()) {
                Said said = log.get(position);
                if (said != null) {
                    byte[] value = said.key().getBytes(StandardCharsets.UTF_8);
                    Event event = said.deleted()
                            ? new Event.Delete(0, position, said.version())
                            : new Event.Upsert(0, position, said.version(), RowValue.of(value));
                    Row row = applied(rows.get(said.key()), event, now);
                    if (row != null) {
                        rows.put(said.key(), row);
                    }
                }
                position++;
            }
        }

        /** Only the last record of each key stays, and no tombstone. */
        private void compact() {
            Map<String, Integer> last = new TreeMap<>();
            for (int offset = 0; offset < log.size(); offset++) {
                Said said = log.get(offset);
                if (said != null) {
                    Integer before = last.put(said.key(), offset);
                    if (before != null) {
                        log.set(before, null);
                    }
                }
            }
            log.replaceAll(said -> said == null || said.deleted() ? null : said);
        }

        private void begin() {
            now++;
            startedAt = now;
            now++;
            marks = new KeyMarks();
            scanned = 0;
            scanEnd = log.size();
        }

        private void scan() {
            Said said = log.get(scanned);
            if (said != null && marks != null) {
                marks.mark(said.key().getBytes(StandardCharsets.UTF_8));
            }
            scanned++;
        }

        /** Rows are looked at first, and buried later, when something may have come between. */
        private void sweep() {
            Sweep sweep = sweeping.apply(java.util.Objects.requireNonNull(marks), startedAt);
            List<String> due = rows.keySet().stream()
                    .filter(key ->
                            sweep.due(key.getBytes(StandardCharsets.UTF_8), rows.getOrDefault(key, Burial.forGood(0))))
                    .toList();
            for (String key : due) {
                times(random.nextInt(2), this::say);
                times(random.nextInt(3), this::apply);
                now++;
                rows.computeIfPresent(key, (same, row) -> sweep.settled(row) ? Burial.swept(row, now) : row);
            }
        }
    }
}
