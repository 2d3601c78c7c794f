package io.tidings.compat.json;

import io.tidings.compat.regex.Expression;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of ECMA-262: decided by an automaton, and what none can do, such as looking around, by Java's where the two
 * certainly mean the same. That gives up: some take exponential time on texts that do not match.
 */
final class Regex {

    private static final int MOST_STEPS = 100_000;
    /** Within a class, Java takes these for sets of sets. */
    private static final Pattern JAVA_ALONE =
            Pattern.compile("\\[[^\\]]*\\[|&&|\\\\[QEGAZzhHRXc]|[*+?}]\\+|\\(\\?[^:=!<]");

    /** White space to ECMA-262 and, unless told otherwise, not to Java: validators disagree. */
    private static final Pattern DISPUTED = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{a0}\\x{1680}\\x{2000}-\\x{200a}"
            + "\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}]");

    private final @Nullable Expression expression;
    private final @Nullable Pattern pattern;

    Regex(String text) {
        this.expression = Expression.of(text).orElse(null);
        this.pattern = compile(text);
    }

    /** Empty where it is not understood. */
    Optional<Expression> expression() {
        return Optional.ofNullable(expression);
    }

    private static @Nullable Pattern compile(String text) {
        try {
            return JAVA_ALONE.matcher(text).find() ? null : Pattern.compile(text);
        } catch (PatternSyntaxException | StackOverflowError e) {
            return null; // the compiler recurses into groups
        }
    }

    /** Whether it matches some part of the text. */
    Truth finds(String text) {
        // Before the end of a line, Java's $ matches too.
        if (DISPUTED.matcher(text).find()) {
            return Truth.UNKNOWN;
        }
        Optional<Boolean> known = expression == null ? Optional.empty() : expression.finds(text);
        if (known.isPresent()) {
            return Truth.of(known.get());
        }
        if (pattern == null) {
            return Truth.UNKNOWN;
        }
        try {
            return Truth.of(pattern.matcher(new Counted(text)).find());
        } catch (TooManySteps | StackOverflowError e) {
            return Truth.UNKNOWN;
        }
    }

    private static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super(null, null, false, false);
        }
    }

    /** Counts how often the matcher looks at it. */
    private static final class Counted implements CharSequence {
        private final String text;
        private int looked;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looked > MOST_STEPS) {
                throw new TooManySteps();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
