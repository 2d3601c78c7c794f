package io.tidings.compat;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.compat.baseline.BaseDocument;
import io.tidings.compat.version.SemanticVersion;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 * @param older those that count for some channels
 */
record Lineage(List<BaseDocument> line, Map<BaseDocument, Set<String>> older) {

    static Lineage of(List<BaseDocument> series, AsyncApiDocument head, Window window) {
        List<BaseDocument> below = Newest.first(below(series, head));
        if (below.isEmpty()) {
            return new Lineage(List.of(), Map.of());
        }
        BaseDocument newest = below.get(0);
        return switch (window.reach()) {
            case LAST -> new Lineage(List.of(newest), Map.of());
            case ALL -> new Lineage(below, Map.of());
            case MAJOR -> sameMajor(below, new Retained(head, window.now()));
        };
    }

    private static Lineage sameMajor(List<BaseDocument> newestFirst, Retained retained) {
        List<BigInteger> major = major(newestFirst.get(0));
        List<BaseDocument> line = new ArrayList<>();
        Map<BaseDocument, Set<String>> older = new LinkedHashMap<>();
        BaseDocument successor = null;
        for (BaseDocument base : newestFirst) {
            if (major.equals(major(base))) {
                line.add(base);
            } else {
                Set<String> channels = retained.since(successor == null ? null : successor.released());
                if (!channels.isEmpty()) {
                    older.put(base, channels);
                }
            }
            successor = base;
        }
        return new Lineage(line, older);
    }

    /** Those that came before the head. Where none did, the head's version is wrong, and the newest shows it. */
    private static List<BaseDocument> below(List<BaseDocument> series, AsyncApiDocument head) {
        Optional<SemanticVersion> is = SemanticVersion.parse(head.info().version());
        List<BaseDocument> below = series.stream()
                .filter(base -> is.isEmpty()
                        || version(base)
                                .filter(was -> was.compareTo(is.get()) > 0)
                                .isEmpty())
                .toList();
        List<BaseDocument> candidates = below.isEmpty() ? series : below;
        List<BaseDocument> releases = candidates.stream()
                .filter(base ->
                        version(base).filter(SemanticVersion::isPreRelease).isEmpty())
                .toList();
        return releases.isEmpty() ? candidates : releases;
    }

    /** In 0.x each minor is a major; what has no semantic version is of no other major. */
    private static List<BigInteger> major(BaseDocument base) {
        @Nullable SemanticVersion version = version(base).orElse(null);
        if (version == null) {
            return List.of();
        }
        return version.initialDevelopment() ? List.of(version.major(), version.minor()) : List.of(version.major());
    }

    private static Optional<SemanticVersion> version(BaseDocument base) {
        return SemanticVersion.parse(base.document().info().version());
    }
}
