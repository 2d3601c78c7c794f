package io.tidings.compat;

import io.tidings.compat.rule.Bump;
import java.util.List;

/**
 * Whether a document keeps the promise of its version.
 *
 * @param declared the step of {@code info.version} since the newest base; {@link Bump#NONE} where it did not rise, or is no
 *     semantic version
 * @param required the step that the changes ask for: the largest over all bases
 * @param upgradeOrder for the channels whose messages changed
 * @param findings in {@link Finding#ORDER}, those about the version last
 * @param suppressed findings that someone decided to live with
 * @param conclusion the verdict in one sentence
 */
public record CheckReport(
        Head head,
        List<Base> bases,
        Bump declared,
        Bump required,
        Verdict verdict,
        List<UpgradeOrder> upgradeOrder,
        List<Finding> findings,
        List<Finding> suppressed,
        String conclusion) {

    /** The document that was checked. */
    public record Head(String file, String version) {}

    /** A document that it was compared with. */
    public record Base(String source, String version) {}

    /** Whether the promise is kept. */
    public enum Verdict {
        PASS,
        FAIL
    }

    public CheckReport {
        bases = List.copyOf(bases);
        upgradeOrder = List.copyOf(upgradeOrder);
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
    }

    public boolean passed() {
        return verdict == Verdict.PASS;
    }
}
