package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.policy.Suppression;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Whether the services of a landscape understand each other.
 *
 * @param findings in {@link LandscapeFinding#ORDER}
 * @param suppressed findings that someone decided to live with
 */
public record SystemReport(Landscape landscape, List<LandscapeFinding> findings, List<Suppressed> suppressed) {

    /** A finding that does not count, and why. */
    public record Suppressed(LandscapeFinding finding, Suppression by) {}

    public SystemReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    /** Judges valid documents, a service each, as {@link Landscape#of} takes them. */
    public static SystemReport of(List<AsyncApiDocument> documents) {
        Services services = Services.of(documents);
        Landscape landscape = Landscape.ofServices(services.services());
        List<LandscapeFinding> findings = new ArrayList<>(services.findings());
        findings.addAll(SystemRules.judge(landscape));
        findings.sort(LandscapeFinding.ORDER);
        return new SystemReport(landscape, findings, List.of());
    }

    /**
     * The part of a large landscape that concerns some of its services: with the channels that they use, those who use them too,
     * and what is said of them.
     *
     * @param services by their names
     */
    public SystemReport around(Set<String> services) {
        return new SystemReport(
                landscape.around(services),
                findings.stream().filter(finding -> concerns(finding, services)).toList(),
                suppressed.stream()
                        .filter(one -> concerns(one.finding(), services))
                        .toList());
    }

    private static boolean concerns(LandscapeFinding finding, Set<String> services) {
        return finding.spots().stream().anyMatch(spot -> services.contains(spot.service()));
    }

    /** Whether nothing weighs this much or more. */
    public boolean holds(Severity failsFrom) {
        return findings.stream().noneMatch(finding -> finding.severity().compareTo(failsFrom) <= 0);
    }
}
