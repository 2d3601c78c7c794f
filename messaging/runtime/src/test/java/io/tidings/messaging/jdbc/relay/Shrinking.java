package io.tidings.messaging.jdbc.relay;

import io.tidings.messaging.jdbc.relay.SimulatedWorld.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for the shortest story of a promise that was broken: with fewer faults, and another chance. */
final class Shrinking {
    private record Story(long seed, Set<Fault> faults, String broken, List<String> events) {}

    private Shrinking() {}

    /**
     * What a failing life does, in as few words as were found.
     *
     * @param others how many seeds are tried for each fault that is left out
     */
    static String story(String kindName, long seed, Kind kind, int others) {
        Story best = tell(seed, kind, EnumSet.allOf(Fault.class));
        if (best == null) {
            return "Not repeatable with seed " + seed;
        }
        String wrong = best.broken().replaceAll(":.*", "");
        for (Fault fault : Fault.values()) {
            Set<Fault> fewer = EnumSet.copyOf(best.faults());
            fewer.remove(fault);
            best = shortest(best, wrong, kind, fewer, seed, others);
        }
        best = shortest(best, wrong, kind, best.faults(), seed, others);
        return "%s broke a promise: -Dtidings.interleavings=4 -Dtidings.seed=%d%nShortest found (seed %d, with %s):%n%s%n%s"
                .formatted(
                        kindName,
                        seed,
                        best.seed(),
                        best.faults(),
                        String.join(System.lineSeparator(), best.events()),
                        best.broken());
    }

    private static Story shortest(Story best, String wrong, Kind kind, Set<Fault> faults, long seed, int others) {
        Story shortest = best;
        for (long other = seed; other < seed + others; other++) {
            Story story = tell(other, kind, faults);
            if (story != null
                    && story.broken().startsWith(wrong)
                    && (story.faults().size() < shortest.faults().size()
                            || story.events().size() < shortest.events().size())) {
                shortest = story;
            }
        }
        return shortest;
    }

    /** Null if nothing goes wrong. */
    private static @Nullable Story tell(long seed, Kind kind, Set<Fault> faults) {
        List<String> events = new ArrayList<>();
        try {
            new SimulatedWorld(seed, kind, faults, events).live();
            return null;
        } catch (Promises.Broken e) {
            return new Story(seed, faults, String.valueOf(e.getMessage()), events);
        }
    }
}
