package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.AsyncApiDocument;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the services of a landscape understand each other.
 *
 * @param findings in {@link LandscapeFinding#ORDER}
 */
public record SystemReport(Landscape landscape, List<LandscapeFinding> findings) {

    public SystemReport {
        findings = List.copyOf(findings);
    }

    /** Judges valid documents, a service each, as {@link Landscape#of} takes them. */
    public static SystemReport of(List<AsyncApiDocument> documents) {
        Services services = Services.of(documents);
        Landscape landscape = Landscape.ofServices(services.services());
        List<LandscapeFinding> findings = new ArrayList<>(services.findings());
        findings.addAll(SystemRules.judge(landscape));
        findings.sort(LandscapeFinding.ORDER);
        return new SystemReport(landscape, findings);
    }

    /** Whether nothing weighs this much or more. */
    public boolean holds(Severity failsFrom) {
        return findings.stream().noneMatch(finding -> finding.severity().compareTo(failsFrom) <= 0);
    }
}
