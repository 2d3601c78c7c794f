package io.tidings.replication.simulation;

import io.tidings.replication.simulation.Told.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Entities, what was said of them, and the two logs that say it: both majors of a channel. Between owner and log lies whatever
 * doubles and reorders messages.
 *
 * @param said by key, in the order of the versions
 * @param logs what a replica gets to read
 */
record Owner(Map<String, List<Told>> said, List<List<Told>> logs) {

    private static final List<String> CITIES = List.of("Roma", "Napoli", "Bari");

    /** What a replica must know of a key. */
    record Truth(
            @Nullable Long version,
            @Nullable String city,
            @Nullable Long parked) {}

    static Owner random(Random random) {
        Map<String, List<Told>> said = new TreeMap<>();
        List<List<Told>> logs = List.of(new ArrayList<>(), new ArrayList<>());
        int keys = 1 + random.nextInt(3);
        for (int key = 0; key < keys; key++) {
            String name = "key-" + key;
            List<Told> events = new ArrayList<>();
            int versions = 1 + random.nextInt(6);
            for (int version = 1; version <= versions; version++) {
                Told told = told(name, version, random);
                events.add(told);
                int where = random.nextInt(3);
                if (where != 1) {
                    logs.get(0).add(told);
                }
                if (where != 0) {
                    logs.get(1).add(told);
                }
            }
            said.put(name, events);
        }
        logs.forEach(log -> disturb(log, random));
        return new Owner(said, logs);
    }

    /** The newest that can be understood decides; a newer one that cannot is parked beside it. */
    Truth truth(String key) {
        List<Told> events = said.getOrDefault(key, List.of());
        Optional<Told> good = newest(events, false);
        Optional<Long> bad = newest(events, true)
                .map(Told::version)
                .filter(version -> good.isEmpty() || version > good.get().version());
        return new Truth(
                good.map(Told::version).orElse(null), good.map(Told::city).orElse(null), bad.orElse(null));
    }

    private static Told told(String key, long version, Random random) {
        int dice = random.nextInt(10);
        Kind kind = dice < 4 ? Kind.UPSERT : dice < 6 ? Kind.STEP : dice < 8 ? Kind.DELETE : Kind.POISON;
        boolean lives = kind == Kind.UPSERT || kind == Kind.STEP;
        return new Told(key, version, kind, lives ? CITIES.get(random.nextInt(CITIES.size())) : null);
    }

    private static void disturb(List<Told> log, Random random) {
        if (log.isEmpty()) {
            return;
        }
        for (int again = random.nextInt(4); again > 0; again--) {
            log.add(random.nextInt(log.size() + 1), log.get(random.nextInt(log.size())));
        }
        if (random.nextBoolean()) {
            Collections.shuffle(log, random);
        }
    }

    private static Optional<Told> newest(List<Told> events, boolean poison) {
        return events.stream()
                .filter(told -> (told.kind() == Kind.POISON) == poison)
                .reduce((older, newer) -> newer);
    }
}
