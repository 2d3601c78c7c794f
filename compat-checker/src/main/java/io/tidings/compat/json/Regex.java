package io.tidings.compat.json;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of ECMA-262, matched by Java's where the two certainly mean the same. It gives up: some, such as {@code
 * (a+)+b}, take exponential time on texts that do not match.
 */
final class Regex {

    private static final int MOST_STEPS = 100_000;
    /** Within a class, Java takes these for sets of sets. */
    private static final Pattern JAVA_ALONE =
            Pattern.compile("\\[[^\\]]*\\[|&&|\\\\[QEGAZzhHRXc]|[*+?}]\\+|\\(\\?[^:=!<]");

    private final @Nullable Pattern pattern;

    Regex(String text) {
        this.pattern = compile(text);
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
        if (pattern == null || text.chars().anyMatch(c -> c < ' ' || c == 0x85 || c == 0x2028 || c == 0x2029)) {
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
