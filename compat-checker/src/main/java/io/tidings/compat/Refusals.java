package io.tidings.compat;

import io.tidings.compat.baseline.Earlier.Objection;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Impact;
import io.tidings.compat.rule.RegistryRules;
import io.tidings.compat.rule.RuleInfo;
import java.util.List;

/** What a registry would refuse although the gate does not call it MAJOR: else the release fails, not the review. */
final class Refusals {

    private Refusals() {}

    static List<Finding> of(List<Objection> objections, List<Finding> changes) {
        return objections.stream()
                .filter(objection -> changes.stream().noneMatch(change -> breaks(change, objection)))
                .map(Refusals::finding)
                .distinct()
                .toList();
    }

    private static boolean breaks(Finding change, Objection objection) {
        return change.impact().wire() == Bump.MAJOR
                && objection.message().equals(change.message())
                && (objection.channel() == null || objection.channel().equals(change.channel()));
    }

    private static Finding finding(Objection objection) {
        RuleInfo rule = RegistryRules.WOULD_REFUSE;
        return new Finding(
                rule.id(),
                Impact.ofGate(true),
                "both",
                objection.channel(),
                null,
                objection.message(),
                "",
                null,
                objection.location(),
                objection.reason(),
                rule.hint());
    }
}
