package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.Earlier;
import io.tidings.compat.baseline.EarlierVersion;
import io.tidings.compat.version.SemanticVersion;
import io.tidings.compat.version.VersionText;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which versions of a series count, and how much.
 *
 * <p>Versions above the head's are another line: a correction of 1.4 is not compared with 2.0. Pre-releases promise nothing
 * (semver.org, 9) and are left out where there is a release. What remains of the current major counts in full. Versions of
 * earlier majors count for the channels on which their messages may still be read, and only with what the newest version has
 * not broken already: that was declared when the major began.
 *
 * @param line those that count in full, the newest first
 * @param older those of which only some counts
 */
record Lineage(List<EarlierVersion> line, List<Older> older) {

    /**
     * A version of which only some counts.
     *
     * @param newest what it has broken already is not broken again
     * @param channels those that count; null for all
     */
    record Older(
            EarlierVersion base,
            EarlierVersion newest,
            @Nullable Set<String> channels) {}

    /** Of what a base comes to, that which counts. */
    static Lineage of(Earlier earlier, AsyncApiDocument head, Window window) {
        return switch (earlier.kind()) {
            case NAMED -> new Lineage(List.copyOf(earlier.versions()), List.of());
            case SERIES -> of(List.copyOf(earlier.versions()), head, window);
            case SCHEMAS -> schemas(List.copyOf(earlier.versions()), window);
        };
    }

    private static Lineage schemas(List<EarlierVersion> newestFirst, Window window) {
        if (newestFirst.isEmpty() || window.reach() == Window.Reach.ALL) {
            return new Lineage(newestFirst, List.of());
        }
        EarlierVersion newest = newestFirst.get(0);
        List<EarlierVersion> before =
                window.reach() == Window.Reach.LAST ? List.of() : newestFirst.subList(1, newestFirst.size());
        return new Lineage(
                List.of(newest),
                before.stream().map(base -> new Older(base, newest, null)).toList());
    }

    private static Lineage of(List<EarlierVersion> series, AsyncApiDocument head, Window window) {
        List<EarlierVersion> below = Newest.first(below(series, head));
        if (below.isEmpty()) {
            return new Lineage(List.of(), List.of());
        }
        EarlierVersion newest = below.get(0);
        return switch (window.reach()) {
            case LAST -> new Lineage(List.of(newest), List.of());
            case ALL -> new Lineage(below, List.of());
            case MAJOR -> sameMajor(below, new Retained(head, window.now()));
        };
    }

    private static Lineage sameMajor(List<EarlierVersion> newestFirst, Retained retained) {
        List<BigInteger> major = major(newestFirst.get(0));
        List<EarlierVersion> line = new ArrayList<>();
        List<Older> older = new ArrayList<>();
        EarlierVersion successor = null;
        for (EarlierVersion base : newestFirst) {
            if (major.equals(major(base))) {
                line.add(base);
            } else {
                Set<String> channels = retained.since(successor == null ? null : successor.released());
                if (!channels.isEmpty()) {
                    older.add(new Older(base, newestFirst.get(0), channels));
                }
            }
            successor = base;
        }
        return new Lineage(line, older);
    }

    /** Those that came before the head. Where none did, the head's version is wrong, and the newest shows it. */
    private static List<EarlierVersion> below(List<EarlierVersion> series, AsyncApiDocument head) {
        Optional<SemanticVersion> is = VersionText.of(head.info().version()).meant();
        List<EarlierVersion> below = series.stream()
                .filter(base -> is.isEmpty()
                        || version(base)
                                .filter(was -> was.compareTo(is.get()) > 0)
                                .isEmpty())
                .toList();
        List<EarlierVersion> candidates = below.isEmpty() ? series : below;
        List<EarlierVersion> releases = candidates.stream()
                .filter(base ->
                        version(base).filter(SemanticVersion::isPreRelease).isEmpty())
                .toList();
        return releases.isEmpty() ? candidates : releases;
    }

    /** In 0.x each minor is a major; what has no semantic version is of no other major. */
    private static List<BigInteger> major(EarlierVersion base) {
        @Nullable SemanticVersion version = version(base).orElse(null);
        if (version == null) {
            return List.of();
        }
        return version.initialDevelopment() ? List.of(version.major(), version.minor()) : List.of(version.major());
    }

    private static Optional<SemanticVersion> version(EarlierVersion base) {
        return Newest.version(base);
    }
}
