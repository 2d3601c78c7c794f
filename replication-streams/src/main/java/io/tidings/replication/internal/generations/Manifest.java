package io.tidings.replication.internal.generations;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an instance knows about the generations of a view. Immutable.
 *
 * @param current the one that answers; null before the first start
 * @param next the one that is built to take its place; null if none is
 * @param nextSince when the next one began, in milliseconds since 1970
 * @param retired those of which something may be left to be removed
 * @param caughtUpAt when the current one was last known to stand at the end of its channels, or began, in milliseconds since
 *     1970
 * @param sweepDue whether the current one was away for so long that it may have missed deletes, and has not looked yet
 * @param erased hashes of the keys that were erased for good, so that no generation brings them back
 * @param unfinished those among them that may still have a row, since the process ended before that was gone
 */
public record Manifest(
        @Nullable Generation current,
        @Nullable Generation next,
        long nextSince,
        List<Generation> retired,
        long caughtUpAt,
        boolean sweepDue,
        Set<String> erased,
        Set<String> unfinished) {

    /** Before the first start. */
    public static final Manifest NONE = new Manifest(null, null, 0, List.of(), 0, false, Set.of(), Set.of());

    public Manifest {
        retired = List.copyOf(retired);
        erased = Set.copyOf(erased);
        unfinished = Set.copyOf(unfinished);
    }

    Manifest building(@Nullable Generation newNext, long since, List<Generation> nowRetired) {
        return new Manifest(current, newNext, since, nowRetired, caughtUpAt, sweepDue, erased, unfinished);
    }

    Manifest caughtUp(long at) {
        return new Manifest(current, next, nextSince, retired, at, sweepDue, erased, unfinished);
    }

    Manifest sweeping(boolean due) {
        return new Manifest(current, next, nextSince, retired, caughtUpAt, due, erased, unfinished);
    }

    Manifest erasing(String hash) {
        Set<String> more = new TreeSet<>(erased);
        more.add(hash);
        Set<String> begun = new TreeSet<>(unfinished);
        begun.add(hash);
        return new Manifest(current, next, nextSince, retired, caughtUpAt, sweepDue, more, begun);
    }

    Manifest erasingAgain() {
        return new Manifest(current, next, nextSince, retired, caughtUpAt, sweepDue, erased, erased);
    }

    Manifest erased(Set<String> hashes) {
        Set<String> left = new TreeSet<>(unfinished);
        left.removeAll(hashes);
        return new Manifest(current, next, nextSince, retired, caughtUpAt, sweepDue, erased, left);
    }
}
