package io.tidings.compat.version;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import io.tidings.compat.rule.Bump;
import java.math.BigInteger;
import java.util.List;

/**
 * The step from one version to another. In 0.x a MINOR step acts as MAJOR and a PATCH step as MINOR, as package managers
 * read {@code ^0.1.0}.
 */
public record VersionStep(SemanticVersion from, SemanticVersion to) {

    /** What the step tells others; {@link Bump#NONE} where the version did not rise. */
    public Bump declares() {
        if (to.compareTo(from) <= 0) {
            return Bump.NONE;
        }
        if (!to.major().equals(from.major())) {
            return Bump.MAJOR;
        }
        if (!to.minor().equals(from.minor())) {
            return to.initialDevelopment() ? Bump.MAJOR : Bump.MINOR;
        }
        if (!to.patch().equals(from.patch())) {
            return to.initialDevelopment() ? Bump.MINOR : Bump.PATCH;
        }
        // From one pre-release to the next, or to the release: its number announces what may still change.
        return announced(to);
    }

    private static Bump announced(SemanticVersion version) {
        boolean initial = version.initialDevelopment();
        if (version.patch().signum() != 0) {
            return initial ? Bump.MINOR : Bump.PATCH;
        }
        return version.minor().signum() != 0 && !initial ? Bump.MINOR : Bump.MAJOR;
    }

    /** Whether a larger step than required deserves a word: not in 0.x, nor when leaving it. */
    public boolean settled() {
        return !from.initialDevelopment();
    }

    /** The lowest version after {@code from} that declares as much as is required. */
    public static SemanticVersion next(SemanticVersion from, Bump required) {
        if (from.isPreRelease() && announced(from).compareTo(required) >= 0) {
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

    private static SemanticVersion release(BigInteger major, BigInteger minor, BigInteger patch) {
        return new SemanticVersion(major, minor, patch, List.of());
    }
}
