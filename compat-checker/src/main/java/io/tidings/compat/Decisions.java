package io.tidings.compat;

import io.tidings.compat.CheckReport.Suppressed;
import io.tidings.compat.policy.Counting;
import io.tidings.compat.policy.Policy;
import io.tidings.compat.policy.Suppression;
import io.tidings.compat.rule.SuppressionRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies to findings what a team has decided, and remembers what of it was of use. For one check and one thread. */
final class Decisions {

    private final Map<String, Counting> counting;
    private final List<Suppression> suppressions;
    private final LocalDate today;
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final Set<Suppression> used = new HashSet<>();

    Decisions(Policy policy, String document, LocalDate today) {
        this.counting = policy.counting();
        this.suppressions = policy.suppressions().stream()
                .filter(suppression -> suppression.concerns(document))
                .toList();
        this.today = today;
    }

    /** Those that count, as much as they count here. */
    List<Finding> apply(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : findings) {
            Counting counts = counting.get(finding.rule());
            if (counts == Counting.OFF) {
                continue;
            }
            Finding weighed = counts == null ? finding : finding.with(counts.impact());
            Suppression by = suppressing(finding);
            if (by == null) {
                kept.add(weighed);
            } else {
                suppressed.add(new Suppressed(weighed, by));
            }
        }
        return kept;
    }

    List<Suppressed> suppressed() {
        return suppressed;
    }

    /**
     * What there is to say of the suppressions themselves, when all findings have been seen.
     *
     * @param stale whether it is known here that one matches nothing
     */
    List<Finding> aboutSuppressions(boolean stale) {
        List<Finding> findings = new ArrayList<>();
        for (Suppression suppression : suppressions) {
            if (!used.contains(suppression)) {
                if (stale) {
                    findings.add(stale(suppression));
                }
            } else if (suppression.expired(today)) {
                findings.add(about(
                        suppression,
                        true,
                        "what was suppressed until " + suppression.until() + " counts again: " + suppression.what()));
            }
        }
        return findings;
    }

    /** What is said of one that matches nothing. */
    static Finding stale(Suppression suppression) {
        return about(suppression, false, "there is no finding of " + suppression.what());
    }

    private @Nullable Suppression suppressing(Finding finding) {
        Suppression holding = null;
        for (Suppression suppression : suppressions) {
            boolean meant = suppression.matches(
                    finding.rule(), finding.channel(), finding.operation(), finding.message(), finding.path());
            if (meant) {
                used.add(suppression);
                holding = holding == null && !suppression.expired(today) ? suppression : holding;
            }
        }
        return holding;
    }

    private static Finding about(Suppression suppression, boolean expired, String reason) {
        return Finding.ofGate(
                expired ? SuppressionRules.EXPIRED : SuppressionRules.STALE,
                true,
                null,
                suppression.location(),
                reason);
    }
}
