package io.tidings.compat;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckReport.Suppressed;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.policy.Suppression;
import io.tidings.compat.rule.SuppressionRules;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Finds suppressions that match nothing in any of several documents that share them. */
public final class StaleSuppressions {

    private StaleSuppressions() {}

    /** A document that was checked, and what its team has decided. */
    public record Checked(CheckReport report, Policy policy) {}

    /** A finding for each; those that speak of none of these documents are left alone. */
    public static List<Finding> in(List<Checked> documents) {
        Set<Suppression> all = new LinkedHashSet<>();
        Set<Location> used = new HashSet<>();
        for (Checked document : documents) {
            document.policy().suppressions().stream()
                    .filter(one -> one.concerns(document.report().head().file()))
                    .forEach(all::add);
            document.report().suppressed().stream()
                    .map(Suppressed::by)
                    .map(Suppression::location)
                    .forEach(used::add);
            document.report().findings().stream()
                    .filter(finding -> finding.rule().equals(SuppressionRules.EXPIRED.id()))
                    .map(Finding::head)
                    .filter(Objects::nonNull)
                    .forEach(used::add);
        }
        return all.stream()
                .filter(suppression -> !used.contains(suppression.location()))
                .map(Decisions::stale)
                .toList();
    }
}
