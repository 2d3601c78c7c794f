package io.tidings.testing.faults;

import java.util.Random;

/** What a run's randomness begins with: {@code -Dfaults.seed=…} replays it, as far as processes and threads allow. */
final class Seed {
    private Seed() {}

    @SuppressWarnings("SystemOut") // whoever wants to replay the run needs it
    static Random random(Object run) {
        long seed = Long.getLong("faults.seed", System.nanoTime() & 0xFFFF_FFFFL);
        System.out.println(run + ": -Dfaults.seed=" + seed);
        return new Random(seed);
    }

    /** Whether the whole of each run is wanted, and not only its short form. */
    static boolean whole() {
        return Boolean.getBoolean("faults.whole");
    }

    @SuppressWarnings("SystemOut") // figures for docs/faults.md
    static void report(String run, Object outcome) {
        System.out.println(run + ": " + outcome);
    }
}
