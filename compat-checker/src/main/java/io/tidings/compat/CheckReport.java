package io.tidings.compat;

import io.tidings.compat.policy.Suppression;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.version.SemanticVersion;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether a document keeps the promise of its version.
 *
 * @param declared the step of {@code info.version} since the newest base; {@link Bump#NONE} where it did not rise, or is no
 *     semantic version
 * @param required the step that the changes ask for: the largest over all bases, without what the newest has announced since
 *     older ones
 * @param suggested the lowest version that keeps the promise; null where none can be told
 * @param upgradeOrder for the channels whose messages changed
 * @param findings in {@link Finding#ORDER}, those about the gate last
 * @param suppressed findings that someone decided to live with: they require nothing
 * @param known findings that an earlier report has already: they count, and are not shown again
 * @param conclusion the verdict in one sentence
 * @param texts what stood in files of bases that are not on the disk, by the names that findings give them
 * @param notes what there is to say of the bases, each a sentence without a full stop
 */
public record CheckReport(
        Head head,
        List<Base> bases,
        Bump declared,
        Bump required,
        @Nullable SemanticVersion suggested,
        Verdict verdict,
        List<UpgradeOrder> upgradeOrder,
        List<Finding> findings,
        List<Suppressed> suppressed,
        List<Finding> known,
        String conclusion,
        Map<String, String> texts,
        List<String> notes) {

    /** The document that was checked. */
    public record Head(String file, String version) {}

    /**
     * What it was compared with.
     *
     * @param version null for a registry, which knows no versions of documents
     */
    public record Base(String source, @Nullable String version) {}

    /** A finding that does not count, and why. */
    public record Suppressed(Finding finding, Suppression by) {}

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
        known = List.copyOf(known);
        texts = Map.copyOf(texts);
        notes = List.copyOf(notes);
    }

    /** The same with what there is to say of the bases. */
    CheckReport withNotes(List<String> said) {
        return new CheckReport(
                head,
                bases,
                declared,
                required,
                suggested,
                verdict,
                upgradeOrder,
                findings,
                suppressed,
                known,
                conclusion,
                texts,
                said);
    }

    /** The same, some of its findings not shown again. */
    CheckReport withKnown(List<Finding> shown, List<Finding> seenBefore) {
        return new CheckReport(
                head,
                bases,
                declared,
                required,
                suggested,
                verdict,
                upgradeOrder,
                shown,
                suppressed,
                seenBefore,
                conclusion,
                texts,
                notes);
    }

    public boolean passed() {
        return verdict == Verdict.PASS;
    }
}
