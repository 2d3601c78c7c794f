package io.tidings.compat.policy;

import java.util.List;
import java.util.Map;

/**
 * What a team has decided about findings.
 *
 * @param suppressions in the order of the file; the first that matches a finding counts
 * @param counting how much rules count, by id, where it is not what they say themselves
 */
public record Policy(List<Suppression> suppressions, Map<String, Counting> counting) {

    /** Every rule counts what it says itself, and nothing is suppressed. */
    public static final Policy NONE = new Policy(List.of(), Map.of());

    public Policy {
        suppressions = List.copyOf(suppressions);
        counting = Map.copyOf(counting);
    }
}
