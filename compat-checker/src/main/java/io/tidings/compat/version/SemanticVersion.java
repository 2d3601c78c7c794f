package io.tidings.compat.version;

import io.tidings.compat.rule.Bump;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version as semver.org 2.0.0 writes it. Its order is precedence; build metadata does not count.
 *
 * @param preRelease the identifiers after the hyphen; empty for a release
 */
public record SemanticVersion(BigInteger major, BigInteger minor, BigInteger patch, List<String> preRelease)
        implements Comparable<SemanticVersion> {

    private static final String NUMBER = "(0|[1-9]\\d*)";
    private static final Pattern SYNTAX = Pattern.compile(NUMBER + "\\." + NUMBER + "\\." + NUMBER
            + "(?:-((?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*)(?:\\.(?:0|[1-9]\\d*|\\d*[a-zA-Z-][0-9a-zA-Z-]*))*))?"
            + "(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Comparator<SemanticVersion> CORE = Comparator.comparing(SemanticVersion::major)
            .thenComparing(SemanticVersion::minor)
            .thenComparing(SemanticVersion::patch);

    public SemanticVersion {
        preRelease = List.copyOf(preRelease);
    }

    /** The version a text says; empty where it is none. */
    public static Optional<SemanticVersion> parse(String text) {
        Matcher matcher = SYNTAX.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String preRelease = matcher.group(4);
        return Optional.of(new SemanticVersion(
                new BigInteger(matcher.group(1)),
                new BigInteger(matcher.group(2)),
                new BigInteger(matcher.group(3)),
                preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1))));
    }

    /** Whether this is 0.x, where anything may change (semver.org, 4). */
    public boolean initialDevelopment() {
        return major.signum() == 0;
    }

    public boolean isPreRelease() {
        return !preRelease.isEmpty();
    }

    /** Whether Maven takes it for a version that is still worked on: it may change without another number. */
    public boolean isSnapshot() {
        return isPreRelease() && preRelease.get(preRelease.size() - 1).equals("SNAPSHOT");
    }

    /** What it says may still change before its release: the zeros at the end of its three numbers. */
    public Bump announces() {
        boolean initial = initialDevelopment();
        if (patch.signum() != 0) {
            return initial ? Bump.MINOR : Bump.PATCH;
        }
        return minor.signum() != 0 && !initial ? Bump.MINOR : Bump.MAJOR;
    }

    /** Whether such a change may be made without another number. */
    public boolean stillOpenFor(Bump change) {
        return isSnapshot() && announces().compareTo(change) >= 0;
    }

    /** The release this version leads to, or is. */
    public SemanticVersion release() {
        return new SemanticVersion(major, minor, patch, List.of());
    }

    /** A pre-release of these three numbers. */
    SemanticVersion pre(List<String> identifiers) {
        return new SemanticVersion(major, minor, patch, identifiers);
    }

    @Override
    public int compareTo(SemanticVersion other) {
        int byCore = CORE.compare(this, other);
        if (byCore != 0) {
            return byCore;
        }
        if (preRelease.isEmpty() || other.preRelease.isEmpty()) {
            return Boolean.compare(preRelease.isEmpty(), other.preRelease.isEmpty());
        }
        int common = Math.min(preRelease.size(), other.preRelease.size());
        for (int i = 0; i < common; i++) {
            int byIdentifier = compare(preRelease.get(i), other.preRelease.get(i));
            if (byIdentifier != 0) {
                return byIdentifier;
            }
        }
        return Integer.compare(preRelease.size(), other.preRelease.size());
    }

    /** Numbers by value and below words (semver.org, 11.4). */
    private static int compare(String one, String other) {
        boolean number = DIGITS.matcher(one).matches();
        boolean otherNumber = DIGITS.matcher(other).matches();
        if (number && otherNumber) {
            return new BigInteger(one).compareTo(new BigInteger(other));
        }
        return number != otherNumber ? (number ? -1 : 1) : one.compareTo(other);
    }

    @Override
    public String toString() {
        String core = major + "." + minor + "." + patch;
        return preRelease.isEmpty() ? core : core + "-" + String.join(".", preRelease);
    }
}
