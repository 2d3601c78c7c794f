package io.tidings.compat.policy;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has been decided about findings of a landscape.
 *
 * @param suppressions in the order of the file; the first that matches a finding counts
 * @param weights how much rules weigh, by id, where it is not what they say themselves; empty for those that are off
 */
public record LandscapePolicy(List<Suppression> suppressions, Map<String, Optional<Severity>> weights) {

    /** Every rule weighs what it says itself, and nothing is suppressed. */
    public static final LandscapePolicy NONE = new LandscapePolicy(List.of(), Map.of());

    public LandscapePolicy {
        suppressions = List.copyOf(suppressions);
        weights = Map.copyOf(weights);
    }
}
