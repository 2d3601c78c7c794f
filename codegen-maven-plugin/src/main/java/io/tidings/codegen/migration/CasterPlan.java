package io.tidings.codegen.migration;

import io.tidings.codegen.plan.JavaName;
import java.util.List;

/**
 * What turns the payloads of a message into those of its other version.
 *
 * @param name the type to generate
 * @param message what the message is called in the newer document
 * @param fromVersion {@code info.version} of the document that the payload is from
 * @param payload how the payload is made
 * @param steps how its parts are made, in the order in which they are needed first
 * @param decisions what is left to decide, in the same order; if nothing, the caster is complete
 */
public record CasterPlan(
        JavaName name,
        Direction direction,
        String message,
        String fromVersion,
        String toVersion,
        Step.OfRecord payload,
        List<Step> steps,
        List<Decision> decisions) {

    public CasterPlan {
        steps = List.copyOf(steps);
        decisions = List.copyOf(decisions);
    }

    /** Whether nothing is left to decide. */
    public boolean complete() {
        return decisions.isEmpty();
    }
}
