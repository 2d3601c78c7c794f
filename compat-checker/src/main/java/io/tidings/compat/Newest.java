package io.tidings.compat;

import io.tidings.compat.baseline.EarlierVersion;
import io.tidings.compat.version.SemanticVersion;
import io.tidings.compat.version.VersionText;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Puts bases in the order of their versions. */
final class Newest {

    private Newest() {}

    /** The newest first; those without a semantic version last, in the order given. */
    static List<EarlierVersion> first(List<? extends EarlierVersion> bases) {
        Comparator<Optional<SemanticVersion>> absentFirst = Comparator.comparing(
                (Optional<SemanticVersion> version) -> version.orElse(null),
                Comparator.nullsFirst(Comparator.naturalOrder()));
        return bases.stream()
                .<EarlierVersion>map(base -> base)
                .sorted(Comparator.comparing(Newest::version, absentFirst.reversed()))
                .toList();
    }

    static Optional<SemanticVersion> version(EarlierVersion base) {
        return base.version().flatMap(version -> VersionText.of(version).meant());
    }
}
