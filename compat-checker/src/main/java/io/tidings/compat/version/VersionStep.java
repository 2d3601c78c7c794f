package io.tidings.compat.version;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.tidings.compat.rule.Bump;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The step from one version to another. In 0.x a MINOR step acts as MAJOR and a PATCH step as MINOR, as package managers
 * read {@code ^0.1.0}; so it is in 0.0.x, where some of them allow more.
 */
public record VersionStep(SemanticVersion from, SemanticVersion to) {

    /** What the step tells others; {@link Bump#NONE} where the version did not rise. */
    public Bump declares() {
        if (to.compareTo(from) <= 0) {
            return Bump.NONE;
        }
        // Whatever a pre-release announced may have come with the step, be it to the next one or beyond its release.
        return from.isPreRelease() ? numbers().max(from.announces()) : numbers();
    }

    private Bump numbers() {
        if (!to.major().equals(from.major())) {
            return Bump.MAJOR;
        }
        if (!to.minor().equals(from.minor())) {
            return to.initialDevelopment() ? Bump.MAJOR : Bump.MINOR;
        }
        if (!to.patch().equals(from.patch())) {
            return to.initialDevelopment() ? Bump.MINOR : Bump.PATCH;
        }
        return Bump.NONE;
    }

    /** Whether a larger step than required deserves a word: not when leaving 0.x or a pre-release. */
    public boolean settled() {
        return from.initialDevelopment() == to.initialDevelopment() && !from.isPreRelease();
    }

    /** The lowest release after {@code from} that declares as much as is required. */
    public static SemanticVersion next(SemanticVersion from, Bump required) {
        if (required == Bump.NONE) {
            return from;
        }
        if (from.isPreRelease() && from.announces().compareTo(required) >= 0) {
            return from.release();
        }
        boolean initial = from.initialDevelopment();
        return switch (required) {
            case NONE -> from;
            case PATCH -> release(from.major(), from.minor(), from.patch().add(ONE));
            case MINOR ->
                initial
                        ? release(from.major(), from.minor(), from.patch().add(ONE))
                        : release(from.major(), from.minor().add(ONE), ZERO);
            case MAJOR ->
                initial
                        ? release(from.major(), from.minor().add(ONE), ZERO)
                        : release(from.major().add(ONE), ZERO, ZERO);
        };
    }

    /**
     * The same for a document that says of itself what it is: whoever works on a pre-release is told the next pre-release of
     * that name, not the release.
     *
     * @param now what the document says its version is
     */
    public static SemanticVersion next(SemanticVersion from, Optional<SemanticVersion> now, Bump required) {
        SemanticVersion release = next(from, required);
        SemanticVersion current = now.orElse(release);
        if (required == Bump.NONE || !current.isPreRelease()) {
            return release;
        }
        boolean sufficient = current.compareTo(from) > 0
                && new VersionStep(from, current).declares().compareTo(required) >= 0;
        if (sufficient || (current.equals(from) && current.stillOpenFor(required))) {
            return current;
        }
        return release.equals(from.release())
                ? release.pre(PreRelease.after(from.preRelease()))
                : release.pre(PreRelease.first(current.preRelease()));
    }

    private static SemanticVersion release(BigInteger major, BigInteger minor, BigInteger patch) {
        return new SemanticVersion(major, minor, patch, List.of());
    }
}
