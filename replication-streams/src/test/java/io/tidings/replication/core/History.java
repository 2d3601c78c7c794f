package io.tidings.replication.core;

import io.tidings.replication.core.Event.Delete;
import io.tidings.replication.core.Event.Poison;
import io.tidings.replication.core.Event.Upsert;
import io.tidings.replication.core.Row.State;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an owner did to some keys, and what a replica must know afterwards: found without looking at how it folds.
 *
 * @param said each key's events in the owner's order; an event's place in its list is its version
 */
record History(Map<String, List<Said>> said) {

    enum Said {
        UPSERT,
        DELETE,
        POISON
    }

    /** An event on its way, before the log gives it an offset. */
    record Told(String key, long version, Said said) {
        Event at(long offset) {
            return switch (said) {
                case UPSERT -> new Upsert(0, offset, version, valueOf(key, version));
                case DELETE -> new Delete(0, offset, version);
                case POISON -> new Poison(0, offset, version, "poison " + version);
            };
        }
    }

    /** What counts of a row: everything but offsets and times. */
    record Outcome(
            State state,
            long version,
            RowValue value,
            @Nullable Long parked) {
        static Outcome of(Row row) {
            Row.Parked parked = row.parked();
            return new Outcome(row.state(), row.version(), row.value(), parked == null ? null : parked.version());
        }
    }

    static History random(Random random) {
        Map<String, List<Said>> said = new TreeMap<>();
        int keys = 1 + random.nextInt(3);
        for (int key = 0; key < keys; key++) {
            List<Said> events = new ArrayList<>();
            for (int version = random.nextInt(8); version >= 0; version--) {
                int dice = random.nextInt(10);
                events.add(dice < 6 ? Said.UPSERT : dice < 8 ? Said.DELETE : Said.POISON);
            }
            said.put("key-" + key, events);
        }
        return new History(said);
    }

    /** All events in any order, and some of them again. */
    List<Told> shuffledWithDuplicates(Random random) {
        List<Told> told = new ArrayList<>();
        said.forEach((key, events) -> {
            for (int version = 0; version < events.size(); version++) {
                int copies = 1 + (random.nextInt(3) == 0 ? random.nextInt(3) : 0);
                told.addAll(Collections.nCopies(copies, new Told(key, version, events.get(version))));
            }
        });
        Collections.shuffle(told, random);
        return told;
    }

    /** The newest good event decides; the newest poison is parked if nothing good is as new. */
    Map<String, Outcome> expected() {
        Map<String, Outcome> expected = new TreeMap<>();
        said.forEach((key, events) -> {
            Optional<Long> good = newest(events, false);
            Optional<Long> bad = newest(events, true).filter(version -> version > good.orElse(-1L));
            State state = good.map(version -> events.get(version.intValue()) == Said.UPSERT ? State.LIVE : State.GRAVE)
                    .orElse(State.UNKNOWN);
            RowValue value = state == State.LIVE ? valueOf(key, good.orElseThrow()) : RowValue.NONE;
            expected.put(key, new Outcome(state, good.orElse(0L), value, bad.orElse(null)));
        });
        return expected;
    }

    private static Optional<Long> newest(List<Said> events, boolean poison) {
        for (int version = events.size() - 1; version >= 0; version--) {
            if ((events.get(version) == Said.POISON) == poison) {
                return Optional.of((long) version);
            }
        }
        return Optional.empty();
    }

    private static RowValue valueOf(String key, long version) {
        return RowValue.of(
                ByteBuffer.allocate(12).putInt(key.hashCode()).putLong(version).array());
    }
}
