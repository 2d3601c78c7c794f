package io.tidings.compat.gate;

import io.tidings.compat.Finding;
import java.util.List;

/**
 * What came of a run.
 *
 * @param outcomes one for each document, in the order in which they were named
 * @param stale suppressions that match nothing in any of several documents; of one document, its own report tells them
 * @param strict whether warnings fail
 */
public record Gated(List<Outcome> outcomes, List<Finding> stale, boolean strict) {

    public Gated {
        outcomes = List.copyOf(outcomes);
        stale = List.copyOf(stale);
    }

    /** Whether all documents keep their promises. */
    public boolean passed() {
        return outcomes.stream().allMatch(Outcome::passed) && !(strict && !stale.isEmpty());
    }

    /** Whether something was said of all of them. */
    public boolean complete() {
        return outcomes.stream().noneMatch(Outcome.Unusable.class::isInstance);
    }
}
