package io.tidings.replication.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.RowFormat;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.Applier;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowTable;
import io.tidings.replication.internal.keyvalue.KeyValueTable;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A failure names its seed and tells the life; {@code -Dtidings.replica.seed=N} lives that one alone. */
class ReplicaInterleavingTest {

    private static final int LIVES = Integer.getInteger("tidings.replica.lives", 100_000);
    private static final int LIVES_OF_THE_BROKEN = 2_000;

    @Test
    void wheneverItDiesAndWhateverComesTwiceItEndsAsTheOwnerSays() {
        Long only = Long.getLong("tidings.replica.seed");
        for (long seed = only == null ? 0 : only; seed < (only == null ? LIVES : only + 1); seed++) {
            Random random = new Random(seed);
            Life life = new Life(Owner.random(random), random, new Sound());
            List<String> wrongs = life.live();
            if (!wrongs.isEmpty()) {
                assertThat(wrongs).as("seed %d: %s", seed, life.history()).isEmpty();
            }
        }
    }

    /** The check is worth something: it finds each replica that somebody could write instead. */
    @ParameterizedTest
    @EnumSource
    void theCheckFindsTheBroken(Broken broken) {
        long seed = 0;
        List<String> wrongs = List.of();
        for (; seed < LIVES_OF_THE_BROKEN && wrongs.isEmpty(); seed++) {
            Random random = new Random(seed);
            wrongs = new Life(Owner.random(random), random, broken).live();
        }
        assertThat(wrongs).as("after %d lives", seed).isNotEmpty();
    }

    private static class Sound implements Life.Parts {

        @Override
        public RowTable table(MortalStore store, Replica replica) {
            return new KeyValueTable(store, replica);
        }

        @Override
        public void apply(
                Replica replica, MovableClock clock, String key, Event event, Received.Origin origin, RowTable table) {
            new Applier(replica, clock).apply(key.getBytes(UTF_8), event, origin, table, new Tally());
        }
    }

    private enum Broken implements Life.Parts {
        /** Takes whatever comes. */
        WITHOUT_ITS_GUARD {
            @Override
            public RowTable table(MortalStore store, Replica replica) {
                return forgetting(new KeyValueTable(store, replica), row -> false);
            }
        },

        /** Deletes leave nothing behind. */
        WITHOUT_GRAVES {
            @Override
            public RowTable table(MortalStore store, Replica replica) {
                return forgetting(new KeyValueTable(store, replica), row -> !row.grave());
            }
        },

        /** Writes the index behind the row: what is known is not indexed again after a crash. */
        WITH_ITS_INDEX_BEHIND_THE_ROW {
            @Override
            public RowTable table(MortalStore store, Replica replica) {
                return new RowFirst(store, replica);
            }
        },

        /** Poison that comes after its cure parks the key again. */
        PARKING_WHATEVER_THE_VERSION {
            @Override
            public RowTable table(MortalStore store, Replica replica) {
                return new KeyValueTable(store, replica);
            }

            @Override
            Event taken(Event event) {
                return event instanceof Event.Poison poison
                        ? new Event.Poison(poison.log(), poison.offset(), null, poison.reason())
                        : event;
            }
        };

        Event taken(Event event) {
            return event;
        }

        @Override
        public void apply(
                Replica replica, MovableClock clock, String key, Event event, Received.Origin origin, RowTable table) {
            new Applier(replica, clock).apply(key.getBytes(UTF_8), taken(event), origin, table, new Tally());
        }
    }

    private static RowTable forgetting(RowTable table, Predicate<Row> known) {
        return new RowTable() {
            @Override
            public @Nullable Row get(byte[] key) {
                Row row = table.get(key);
                return row != null && known.test(row) ? row : null;
            }

            @Override
            public void put(byte[] key, @Nullable Row before, Row after) {
                table.put(key, table.get(key), after);
            }

            @Override
            public void remove(byte[] key, Row before) {
                table.remove(key, before);
            }
        };
    }

    private static final class RowFirst implements RowTable {

        private final MortalStore store;
        private final KeyValueTable table;

        RowFirst(MortalStore store, Replica replica) {
            this.store = store;
            this.table = new KeyValueTable(store, replica);
        }

        @Override
        public @Nullable Row get(byte[] key) {
            return table.get(key);
        }

        @Override
        public void put(byte[] key, @Nullable Row before, Row after) {
            byte[] row = new byte[key.length + 1];
            System.arraycopy(key, 0, row, 1, key.length);
            store.put(row, RowFormat.write(after));
            table.put(key, before, after);
        }

        @Override
        public void remove(byte[] key, Row before) {
            table.remove(key, before);
        }
    }
}
