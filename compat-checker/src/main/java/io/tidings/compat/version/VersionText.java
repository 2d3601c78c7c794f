package io.tidings.compat.version;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a document says its version is, whether or not that is a semantic version. */
public record VersionText(String text) {

    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{1,2})(?:-(\\d{1,2}))?");
    private static final Pattern LETTER = Pattern.compile("(?i)(?:v|ver|version)[. ]?(\\d.*)");
    private static final Pattern SHORT = Pattern.compile("(\\d+)(?:\\.(\\d+))?([-+].*)?");
    private static final Pattern ZEROS = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)([-+].*)?");
    private static final Pattern FOUR = Pattern.compile("\\d+(?:\\.\\d+){3,}.*");

    public static VersionText of(String text) {
        return new VersionText(text);
    }

    /** The version, where it is written as semver.org says. */
    public Optional<SemanticVersion> version() {
        return SemanticVersion.parse(text);
    }

    /** The version that is meant, where that can be only one: 1.0 is 1.0.0, v1.2.3 is 1.2.3. */
    public Optional<SemanticVersion> meant() {
        Optional<SemanticVersion> exact = version();
        if (exact.isPresent() || DATE.matcher(text.strip()).matches()) {
            return exact;
        }
        String bare = text.strip();
        Matcher letter = LETTER.matcher(bare);
        return numbers(letter.matches() ? letter.group(1) : bare);
    }

    private static Optional<SemanticVersion> numbers(String bare) {
        Matcher brief = SHORT.matcher(bare);
        if (brief.matches()) {
            String minor = brief.group(2) == null ? "0" : brief.group(2);
            return SemanticVersion.parse(plain(brief.group(1)) + "." + plain(minor) + ".0" + rest(brief.group(3)));
        }
        Matcher zeros = ZEROS.matcher(bare);
        return zeros.matches()
                ? SemanticVersion.parse(plain(zeros.group(1)) + "." + plain(zeros.group(2)) + "."
                        + plain(zeros.group(3)) + rest(zeros.group(4)))
                : Optional.empty();
    }

    private static String plain(String number) {
        return number.replaceFirst("^0+(?=\\d)", "");
    }

    private static String rest(@Nullable String suffix) {
        return suffix == null ? "" : suffix;
    }

    /** What keeps it from being a semantic version; it follows the name of the thing. */
    public String flaw() {
        String bare = text.strip();
        if (bare.isEmpty()) {
            return "is empty";
        }
        if (DATE.matcher(bare).matches()) {
            return "is a date, which does not say what changed";
        }
        if (!bare.equals(text)) {
            return "has blanks around it";
        }
        if (LETTER.matcher(bare).matches()) {
            return "is no semantic version: it begins with a letter";
        }
        if (FOUR.matcher(bare).matches()) {
            return "is no semantic version: it has more than three numbers";
        }
        if (SHORT.matcher(bare).matches()) {
            return "is no semantic version: it has fewer than three numbers";
        }
        if (ZEROS.matcher(bare).matches()) {
            return meant().isPresent()
                    ? "is no semantic version: a number begins with 0"
                    : "is no semantic version: what follows its three numbers is neither a pre-release nor build metadata";
        }
        return "is no semantic version";
    }
}
