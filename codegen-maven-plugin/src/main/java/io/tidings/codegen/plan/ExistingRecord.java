package io.tidings.codegen.plan;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/**
 * Avro types for which there are classes already, as a build names them.
 *
 * @param pattern a full name, in which {@code *} stands for any part of one name, and {@code **} for any of several
 * @param className the class of that one type; null where classes stand where they would be generated
 */
public record ExistingRecord(String pattern, @Nullable String className) {

    private static final Pattern NAMES = Pattern.compile("(?:[\\p{L}\\p{N}_]|\\*)+(?:\\.(?:[\\p{L}\\p{N}_]|\\*)+)*");

    private static final Pattern PARTS = Pattern.compile("\\*\\*?|[^*]+");

    /** {@code org.shop.Money}, {@code org.shop.*}, {@code org.**}, {@code org.shop.Money=com.acme.Amount}; empty for all else. */
    public static Optional<ExistingRecord> parse(String text) {
        int equal = text.indexOf('=');
        String pattern = (equal < 0 ? text : text.substring(0, equal)).strip();
        String className = equal < 0 ? null : text.substring(equal + 1).strip();
        boolean one = pattern.indexOf('*') < 0;
        boolean legal =
                NAMES.matcher(pattern).matches() && (className == null || (one && SourceVersion.isName(className)));
        return legal ? Optional.of(new ExistingRecord(pattern, className)) : Optional.empty();
    }

    /** Whether a type is one of them. */
    boolean matches(String fullName) {
        String regex = PARTS.matcher(pattern)
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group()) {
                            case "*" -> "[^.]*";
                            case "**" -> ".*";
                            default -> Pattern.quote(part.group());
                        }));
        return fullName.matches(regex);
    }

    @Override
    public String toString() {
        return className == null ? pattern : pattern + "=" + className;
    }
}
