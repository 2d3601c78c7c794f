package io.tidings.replication.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidings.messaging.Received;
import io.tidings.replication.core.Event;
import io.tidings.replication.core.Row;
import io.tidings.replication.core.Tally;
import io.tidings.replication.internal.driver.IndexEntry;
import io.tidings.replication.internal.driver.Indexer;
import io.tidings.replication.internal.driver.KeyOrder;
import io.tidings.replication.internal.driver.MovableClock;
import io.tidings.replication.internal.driver.Replica;
import io.tidings.replication.internal.driver.RowTable;
import io.tidings.replication.internal.keyvalue.GraveSweep;
import io.tidings.replication.internal.keyvalue.KeyValueRows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One life of a replica: reads two logs in any order, dies before any of its writes, and goes on from what it had committed. */
final class Life {

    static final Duration RETENTION = Duration.ofDays(7);
    static final Indexer BY_CITY =
            value -> List.of(new IndexEntry(0, Told.cityOf(value).getBytes(UTF_8)));

    /** The parts that a broken replica has different. */
    interface Parts {
        RowTable table(MortalStore store, Replica replica);

        void apply(
                Replica replica, MovableClock clock, String key, Event event, Received.Origin origin, RowTable table);
    }

    private final Owner owner;
    private final Random random;
    private final Parts parts;
    private final Replica replica = new Replica("View", "View-1", List.of(), false, KeyOrder.AS_THEY_ARE, BY_CITY);
    private final MortalStore store = new MortalStore();
    private final MovableClock clock = new MovableClock();
    private final int[] next = new int[2];
    private final int[] committed = new int[2];
    private final Map<String, Long> highest = new TreeMap<>();
    private final List<String> history = new ArrayList<>();
    private final List<String> wrongs = new ArrayList<>();

    Life(Owner owner, Random random, Parts parts) {
        this.owner = owner;
        this.random = random;
        this.parts = parts;
    }

    /** Lives to the end of both logs; returns what was wrong. */
    List<String> live() {
        int deaths = random.nextInt(5);
        while (next[0] < owner.logs().get(0).size()
                || next[1] < owner.logs().get(1).size()) {
            int log = random.nextInt(2);
            if (next[log] == owner.logs().get(log).size()) {
                continue;
            }
            if (deaths > 0 && random.nextInt(4) == 0) {
                deaths--;
                store.dieAfter(random.nextInt(4));
            }
            try {
                step(log);
            } catch (MortalStore.Death e) {
                history.add("dies");
            }
            store.live();
            if (history.get(history.size() - 1).equals("dies")) {
                System.arraycopy(committed, 0, next, 0, 2);
            } else if (random.nextInt(3) == 0) {
                System.arraycopy(next, 0, committed, 0, 2);
            }
            read();
        }
        owner.said().keySet().forEach(this::compare);
        buryAndForget();
        return wrongs;
    }

    List<String> history() {
        return history;
    }

    private void step(int log) {
        Told told = owner.logs().get(log).get(next[log]);
        history.add(log + ":" + next[log] + " " + told);
        var origin = new Received.Origin("log-" + log, 0, next[log], Instant.EPOCH);
        clock.advance(Duration.ofMinutes(random.nextInt(10)));
        parts.apply(replica, clock, told.key(), told.at(log, next[log]), origin, parts.table(store, replica));
        next[log]++;
    }

    /** Readers see no version go back, whatever happens. */
    private void read() {
        new KeyValueRows(store, replica).forEach((bytes, row) -> {
            String key = new String(bytes, UTF_8);
            if (row.state() != Row.State.UNKNOWN && row.version() < highest.merge(key, row.version(), Math::max)) {
                wrongs.add(key + " goes back to version " + row.version());
            }
            return true;
        });
    }

    private void compare(String key) {
        Owner.Truth truth = owner.truth(key);
        Owner.Truth known = known(key);
        if (!truth.equals(known)) {
            wrongs.add(key + " is " + known + " instead of " + truth);
        }
        for (String city : List.of("Roma", "Napoli", "Bari")) {
            boolean found = findsBy(city, key);
            if (found != city.equals(truth.city())) {
                wrongs.add(key + (found ? " is found" : " is not found") + " by " + city + ", being " + truth);
            }
        }
    }

    private Owner.Truth known(String key) {
        Row row = new KeyValueRows(store, replica).get(key.getBytes(UTF_8)).orElse(null);
        if (row == null) {
            return new Owner.Truth(null, null, null);
        }
        @Nullable Long version = row.state() == Row.State.UNKNOWN ? null : (Long) row.version();
        Row.Parked parked = row.parked();
        return new Owner.Truth(
                version, row.live() ? Told.cityOf(row.value()) : null, parked == null ? null : parked.version());
    }

    private boolean findsBy(String city, String key) {
        boolean[] found = {false};
        new KeyValueRows(store, replica).byIndex(new IndexEntry(0, city.getBytes(UTF_8)), (bytes, row) -> {
            found[0] |= key.equals(new String(bytes, UTF_8));
            return true;
        });
        return found[0];
    }

    /** When graves were kept for long enough they go, and nothing else. */
    private void buryAndForget() {
        Tally tally = new Tally();
        KeyValueRows rows = new KeyValueRows(store, replica);
        rows.forEach((key, row) -> {
            tally.replace(null, row);
            return true;
        });
        clock.advance(RETENTION);
        new GraveSweep(store, replica, tally, RETENTION, clock).run();
        for (String key : owner.said().keySet()) {
            Owner.Truth truth = owner.truth(key);
            boolean kept = rows.get(key.getBytes(UTF_8)).isPresent();
            boolean keep = truth.city() != null || truth.parked() != null;
            if (kept != keep) {
                wrongs.add(key + (kept ? " is still there" : " has gone") + ", being " + truth);
            }
        }
    }
}
