package io.tidings.asyncapi.schema;

import com.networknt.schema.regex.RegularExpression;
import java.util.regex.Pattern;

/**
 * A regular expression that gives up. Some, such as {@code (a+)+b}, take exponential time on texts that do not match; where
 * the answer is not found within a bound, the text is let pass.
 */
final class BoundedPattern implements RegularExpression {
    private static final int MOST_STEPS = 1_000_000;

    private final Pattern pattern;

    BoundedPattern(String text) {
        this.pattern = Pattern.compile(text);
    }

    @Override
    public boolean matches(String value) {
        try {
            return pattern.matcher(new Counted(value)).find();
        } catch (TooManySteps | StackOverflowError e) {
            return true;
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
