package io.tidings.replication.internal.driver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.replication.core.Decision;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Fold;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowValue;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every store of rows does, whoever drives it: the same answers to the same events. A row's value is {@code name|tag,tag};
 * index 0 finds it by its name, index 1 by each of its tags.
 */
public abstract class RowsContract {

    public static final Duration RETENTION = Duration.ofHours(1);

    /** Finds rows by their parts. */
    public static final Indexer BY_PARTS = value -> entries(new String(value.bytes(), UTF_8));

    /** An open store, and the thread that writes it. */
    public interface Subject extends AutoCloseable {

        Rows rows();

        /** Applies an event; it need not be seen before {@link #commit}. */
        void apply(byte[] key, Event event);

        /** What was applied is seen now, and survives {@link #crash}. */
        void commit();

        /** Removes the graves that were kept for {@link #RETENTION}; what was applied is committed. */
        void sweep();

        /** Time goes on. */
        void advance(Duration by);

        long live();

        long graves();

        long parked();

        /**
         * The process dies before the next commit, after so many more of the writes that a change of a row takes, and the store
         * is opened again. Where changes are made all at once the number means nothing.
         *
         * @param change the writes of this are cut off
         */
        void crash(int writes, Runnable change);

        @Override
        void close();
    }

    /** Opens an empty store of rows that are kept in this order of their keys, and found {@linkplain #BY_PARTS by their parts}. */
    protected abstract Subject open(KeyOrder order);

    @Test
    void aRowIsWhatItsNewestEventSays() {
        try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
            subject.apply(key("roma"), upsert(1, 2, "Roma|"));
            subject.apply(key("roma"), upsert(2, 1, "late|"));
            subject.apply(key("napoli"), upsert(3, 1, "Napoli|"));
            subject.apply(key("napoli"), new Event.Delete(0, 4, 2));
            subject.apply(key("napoli"), upsert(5, 1, "Napoli|"));
            subject.apply(key("bari"), new Event.Poison(0, 6, 3L, "why"));
            subject.commit();

            assertThat(value(subject, "roma")).hasValue("Roma|");
            assertThat(subject.rows().get(key("napoli")))
                    .hasValueSatisfying(row -> assertThat(row.grave()).isTrue());
            assertThat(subject.rows().get(key("bari"))).hasValueSatisfying(row -> {
                assertThat(row.state()).isEqualTo(Row.State.UNKNOWN);
                assertThat(row.parked()).extracting(Row.Parked::reason).isEqualTo("why");
            });
            assertThat(subject.rows().get(key("rom"))).isEmpty();
            assertThat(subject.rows().get(new byte[0])).isEmpty();
            assertThat(List.of(subject.live(), subject.graves(), subject.parked()))
                    .containsExactly(1L, 1L, 1L);

            subject.apply(key("bari"), upsert(7, 4, "Bari|"));
            subject.commit();

            assertThat(value(subject, "bari")).hasValue("Bari|");
            assertThat(List.of(subject.live(), subject.graves(), subject.parked()))
                    .containsExactly(2L, 1L, 0L);
        }
    }

    @Test
    void visitorsSeeEachRowOnceAndMayStop() {
        try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
            for (int i = 0; i < 1_500; i++) {
                subject.apply(key("k" + i), upsert(i, 1, "n|"));
            }
            subject.commit();

            List<String> seen = new ArrayList<>();
            subject.rows().forEach((key, row) -> seen.add(new String(key, UTF_8)));
            assertThat(seen).hasSize(1_500).doesNotHaveDuplicates();

            List<String> some = new ArrayList<>();
            subject.rows().forEach((key, row) -> {
                some.add(new String(key, UTF_8));
                return some.size() < 10;
            });
            assertThat(some).hasSize(10);
        }
    }

    @Test
    void aRangeHasBothItsEndsAndTheOrderOfText() {
        try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
            for (String key : List.of("b", "a", "aa", "ab", "c", "\u00fc", "z")) {
                subject.apply(key(key), upsert(1, 1, key + "|"));
            }
            subject.commit();

            assertThat(range(subject, "a", "b")).containsExactly("a", "aa", "ab", "b");
            assertThat(range(subject, "aa", null)).containsExactly("aa", "ab", "b", "c", "z", "\u00fc");
            assertThat(range(subject, null, "aa")).containsExactly("a", "aa");
            assertThat(range(subject, "d", "y")).isEmpty();
            assertThat(range(subject, "c", "a")).isEmpty();
        }
    }

    @Test
    void numbersBelowZeroComeBeforeTheOthers() {
        try (Subject subject = open(KeyOrder.SIGNED)) {
            for (long key : new long[] {5, -1, Long.MIN_VALUE, 0, Long.MAX_VALUE, -300, 256}) {
                subject.apply(key(key), upsert(1, 1, key + "|"));
            }
            subject.commit();

            List<Long> seen = new ArrayList<>();
            subject.rows()
                    .range(
                            key(-300),
                            key(256),
                            (key, row) -> seen.add(ByteBuffer.wrap(key).getLong()));
            assertThat(seen).containsExactly(-300L, -1L, 0L, 5L, 256L);
            assertThat(subject.rows().get(key(-1))).isPresent();
        }
    }

    @Test
    void rowsAreFoundByWhatTheyHaveNow() {
        try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
            subject.apply(key("1"), upsert(1, 1, "Roma|pizza,pasta"));
            subject.apply(key("2"), upsert(2, 1, "Roma|pasta"));
            subject.apply(key("3"), upsert(3, 1, "Romano|pizza"));
            subject.apply(key("4"), upsert(4, 1, "|"));
            subject.commit();

            assertThat(found(subject, 0, "Roma")).containsExactlyInAnyOrder("1", "2");
            assertThat(found(subject, 0, "Rom")).isEmpty();
            assertThat(found(subject, 1, "pizza")).containsExactlyInAnyOrder("1", "3");

            subject.apply(key("1"), upsert(5, 2, "Bari|pasta"));
            subject.apply(key("2"), new Event.Delete(0, 6, 2));
            subject.apply(key("3"), new Event.Poison(0, 7, 9L, "the last good value counts"));
            subject.commit();

            assertThat(found(subject, 0, "Roma")).isEmpty();
            assertThat(found(subject, 0, "Bari")).containsExactly("1");
            assertThat(found(subject, 1, "pizza")).containsExactly("3");
            assertThat(found(subject, 1, "pasta")).containsExactly("1");
        }
    }

    @Test
    void gravesGoWhenTheyWereKeptForLongEnough() {
        try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
            subject.apply(key("1"), new Event.Delete(0, 1, 2));
            subject.apply(key("2"), upsert(2, 1, "Roma|"));
            subject.commit();

            subject.advance(RETENTION.minusMillis(1));
            subject.sweep();
            assertThat(subject.graves()).isEqualTo(1);

            subject.advance(Duration.ofMillis(1));
            subject.sweep();
            assertThat(subject.graves()).isZero();
            assertThat(subject.rows().get(key("1"))).isEmpty();
            assertThat(value(subject, "2")).hasValue("Roma|");
        }
    }

    @Test
    void aCrashAnywhereIsMendedByTheSameEventsAgain() {
        for (int writes = 0; writes <= 6; writes++) {
            try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
                Event before = upsert(1, 1, "Roma|pizza,pasta");
                Event after = upsert(2, 2, "Bari|pasta,vino");
                subject.apply(key("1"), before);
                subject.commit();

                subject.crash(writes, () -> subject.apply(key("1"), after));

                String now = value(subject, "1").orElseThrow();
                String name = now.substring(0, 4);
                assertThat(name).isIn("Roma", "Bari");
                assertThat(found(subject, 0, name)).containsExactly("1");
                assertThat(found(subject, 0, name.equals("Roma") ? "Bari" : "Roma"))
                        .isEmpty();
                assertThat(found(subject, 1, "pasta")).containsExactly("1");

                subject.apply(key("1"), before);
                subject.apply(key("1"), after);
                subject.commit();

                assertThat(found(subject, 0, "Roma")).isEmpty();
                assertThat(found(subject, 0, "Bari")).containsExactly("1");
                assertThat(found(subject, 1, "pizza")).isEmpty();
                assertThat(found(subject, 1, "vino")).containsExactly("1");
            }
        }
    }

    @Test
    void anyEventsInAnyOrderLeaveWhatTheFoldSays() {
        long seed = 20_261_123;
        Random random = new Random(seed);
        for (int run = 0; run < 5; run++) {
            try (Subject subject = open(KeyOrder.AS_THEY_ARE)) {
                Map<byte[], Row> model = new TreeMap<>(Arrays::compareUnsigned);
                for (Told told : events(random)) {
                    subject.apply(told.key(), told.event());
                    fold(model, told);
                    if (random.nextInt(10) == 0) {
                        subject.commit();
                    }
                }
                subject.commit();

                compare(subject, model);
            }
        }
    }

    private static void compare(Subject subject, Map<byte[], Row> model) {
        List<byte[]> keys = new ArrayList<>();
        subject.rows().range(null, null, (key, row) -> keys.add(key));
        assertThat(keys).containsExactlyElementsOf(model.keySet());
        long live = model.values().stream().filter(Row::live).count();
        assertThat(subject.live()).isEqualTo(live);
        assertThat(subject.graves())
                .isEqualTo(model.values().stream().filter(Row::grave).count());
        assertThat(subject.parked())
                .isEqualTo(model.values().stream()
                        .filter(row -> row.parked() != null)
                        .count());
        model.forEach((key, row) -> assertThat(subject.rows().get(key))
                .hasValueSatisfying(found -> assertThat(withoutTime(found)).isEqualTo(withoutTime(row))));
        for (String tag : List.of("a", "b", "c", "d")) {
            List<String> expected = model.entrySet().stream()
                    .filter(entry -> entry.getValue().live()
                            && entries(text(entry.getValue())).contains(new IndexEntry(1, key(tag))))
                    .map(entry -> new String(entry.getKey(), UTF_8))
                    .toList();
            assertThat(found(subject, 1, tag)).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    private static List<Object> withoutTime(Row row) {
        Row.Parked parked = row.parked();
        return Arrays.asList(
                row.state(), row.version(), row.value(), parked == null ? null : Optional.ofNullable(parked.version()));
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Told(byte[] key, Event event) {}

    private static List<Told> events(Random random) {
        List<Told> told = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            byte[] key = key("key-" + number);
            for (long version = 1L + random.nextInt(6); version > 0; version--) {
                told.add(new Told(key, event(random, told.size(), version)));
            }
        }
        told.addAll(List.copyOf(told.subList(0, told.size() / 2)));
        Collections.shuffle(told, random);
        return told;
    }

    private static Event event(Random random, int offset, long version) {
        int dice = random.nextInt(10);
        if (dice < 2) {
            return new Event.Delete(0, offset, version);
        }
        String tags = List.of("a", "a,b", "c", "", "b,c,d").get(random.nextInt(5));
        return dice < 9
                ? upsert(offset, version, "v" + version + "|" + tags)
                : new Event.Poison(0, offset, version, "poison");
    }

    private static void fold(Map<byte[], Row> model, Told told) {
        Decision decision = Fold.fold(model.get(told.key()), told.event(), 0);
        if (decision instanceof Decision.Applied applied) {
            model.put(told.key(), applied.row());
        } else if (decision instanceof Decision.Grave grave) {
            model.put(told.key(), grave.row());
        } else if (decision instanceof Decision.Parked parked) {
            model.put(told.key(), parked.row());
        }
    }

    private static List<IndexEntry> entries(String value) {
        String[] parts = value.split("\\|", -1);
        Stream<IndexEntry> name =
                Stream.of(parts[0]).filter(part -> !part.isEmpty()).map(part -> new IndexEntry(0, key(part)));
        Stream<IndexEntry> tags = Arrays.stream(parts[1].split(","))
                .filter(part -> !part.isEmpty())
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(part -> new IndexEntry(1, key(part)));
        return Stream.concat(name, tags).toList();
    }

    private static Event upsert(long offset, long version, String value) {
        return new Event.Upsert(0, offset, version, RowValue.of(value.getBytes(UTF_8)));
    }

    private static Optional<String> value(Subject subject, String key) {
        return subject.rows().get(key(key)).filter(Row::live).map(RowsContract::text);
    }

    private static String text(Row row) {
        return new String(row.value().bytes(), UTF_8);
    }

    private static List<String> range(Subject subject, @Nullable String from, @Nullable String to) {
        List<String> keys = new ArrayList<>();
        subject.rows()
                .range(
                        from == null ? null : key(from),
                        to == null ? null : key(to),
                        (key, row) -> keys.add(new String(key, UTF_8)));
        return keys;
    }

    private static List<String> found(Subject subject, int index, String value) {
        List<String> keys = new ArrayList<>();
        subject.rows().byIndex(new IndexEntry(index, key(value)), (key, row) -> keys.add(new String(key, UTF_8)));
        return keys;
    }

    private static byte[] key(String text) {
        return text.getBytes(UTF_8);
    }

    private static byte[] key(long number) {
        return ByteBuffer.allocate(Long.BYTES).putLong(number).array();
    }
}
