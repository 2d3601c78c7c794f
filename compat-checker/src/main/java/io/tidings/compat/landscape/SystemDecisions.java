package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding.Spot;
import io.tidings.compat.landscape.SystemReport.Suppressed;
import io.tidings.compat.policy.LandscapePolicy;
import io.tidings.compat.policy.LandscapePolicyFile;
import io.tidings.compat.policy.Suppression;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies to a landscape what has been decided about it. Immutable, safe for use by several threads. */
public final class SystemDecisions {

    private static final Set<SystemRule> FIRM =
            Set.of(SystemRule.SYSTEM_SUPPRESSION_STALE, SystemRule.SYSTEM_SUPPRESSION_EXPIRED);

    private final LandscapePolicy policy;
    private final LocalDate today;

    /** @param today the date that counts for suppressions */
    public SystemDecisions(LandscapePolicy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    /** Reads the part {@code system} of a settings file. */
    public static LandscapePolicyFile read(Path file) {
        List<String> ids =
                Arrays.stream(SystemRule.values()).map(SystemRule::id).toList();
        return LandscapePolicyFile.read(
                file, ids, Set.copyOf(FIRM.stream().map(SystemRule::id).toList()));
    }

    /** The report, as much as it counts here. */
    public SystemReport over(SystemReport report) {
        Set<Suppression> used = new HashSet<>();
        List<LandscapeFinding> kept = new ArrayList<>();
        List<Suppressed> suppressed = new ArrayList<>();
        for (LandscapeFinding finding : report.findings()) {
            Optional<LandscapeFinding> weighed = weighed(finding);
            if (weighed.isEmpty()) {
                continue;
            }
            Suppression by = suppressing(finding, used);
            if (by == null) {
                kept.add(weighed.get());
            } else {
                suppressed.add(new Suppressed(weighed.get(), by));
            }
        }
        for (Suppression suppression : policy.suppressions()) {
            if (!used.contains(suppression)) {
                kept.add(about(
                        suppression,
                        SystemRule.SYSTEM_SUPPRESSION_STALE,
                        "there is no finding of " + suppression.what()));
            } else if (suppression.expired(today)) {
                kept.add(about(
                        suppression,
                        SystemRule.SYSTEM_SUPPRESSION_EXPIRED,
                        "what was suppressed until " + suppression.until() + " counts again: " + suppression.what()));
            }
        }
        kept.sort(LandscapeFinding.ORDER);
        return new SystemReport(report.landscape(), kept, suppressed);
    }

    private Optional<LandscapeFinding> weighed(LandscapeFinding finding) {
        Optional<Severity> weight = policy.weights().get(finding.rule().id());
        return weight == null ? Optional.of(finding) : weight.map(finding::weighing);
    }

    private @Nullable Suppression suppressing(LandscapeFinding finding, Set<Suppression> used) {
        Suppression holding = null;
        List<String> services = finding.spots().stream().map(Spot::service).toList();
        for (Suppression suppression : policy.suppressions()) {
            boolean meant = suppression.matches(
                    finding.rule().id(), services, finding.channel(), finding.message(), finding.path());
            if (meant) {
                used.add(suppression);
                holding = holding == null && !suppression.expired(today) ? suppression : holding;
            }
        }
        return holding;
    }

    private static LandscapeFinding about(Suppression suppression, SystemRule rule, String reason) {
        return new LandscapeFinding(
                rule,
                rule.severity(),
                null,
                null,
                "",
                reason,
                List.of(new Spot("", suppression.location(), "written here")));
    }
}
