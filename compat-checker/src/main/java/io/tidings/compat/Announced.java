package io.tidings.compat;

import io.tidings.compat.baseline.EarlierVersion;
import io.tidings.compat.rule.Axis;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.version.SemanticVersion;
import io.tidings.compat.version.VersionStep;
import io.tidings.compat.version.VersionText;
import java.util.Optional;

/**
 * What the newest version has announced of the way from earlier ones. A document that adds nothing to 1.1.0 is a PATCH of it,
 * although it differs from 1.0.0 by what made 1.1.0 a MINOR version. What breaks 1.0.0's users always counts: whoever names that
 * version wants it to be kept compatible with.
 */
final class Announced {

    private final EarlierVersion newest;
    private final Axis axis;

    Announced(EarlierVersion newest, Axis axis) {
        this.newest = newest;
        this.axis = axis;
    }

    /** Whether the newest version's number says at least as much since an earlier one as this finding, which is not its own. */
    boolean since(EarlierVersion earlier, Finding finding) {
        Bump said = said(earlier);
        Bump asked = finding.impact().on(axis);
        return said != Bump.NONE && asked != Bump.MAJOR && asked.compareTo(said) <= 0;
    }

    private Bump said(EarlierVersion earlier) {
        return version(earlier)
                .flatMap(from -> version(newest).map(to -> new VersionStep(from, to)))
                .filter(step -> step.to().compareTo(step.from()) > 0)
                .map(VersionStep::declares)
                .orElse(Bump.NONE);
    }

    private static Optional<SemanticVersion> version(EarlierVersion base) {
        return base.version().flatMap(version -> VersionText.of(version).meant());
    }
}
