package io.tidings.compat.regex;

import java.util.List;
import java.util.Random;

/** A part of a regular expression. */
sealed interface RegexPart {

    /**
     * Writes a text that it might match.
     *
     * @param more how often something may be repeated beyond what it must be
     */
    void sample(Random random, int more, StringBuilder out);

    /** One of some characters. */
    record Letter(CodePoints codePoints) implements RegexPart {
        @Override
        public void sample(Random random, int more, StringBuilder out) {
            List<Integer> letters = codePoints.samples();
            if (!letters.isEmpty()) {
                out.appendCodePoint(letters.get(random.nextInt(letters.size())));
            }
        }
    }

    /** Where the text begins or ends, or a word does. */
    enum Edge implements RegexPart {
        START,
        END,
        /** Of a word, or not of one: this needs to look around. */
        WORD;

        @Override
        public void sample(Random random, int more, StringBuilder out) {
            // It takes no letter.
        }
    }

    record Sequence(List<RegexPart> parts) implements RegexPart {
        @Override
        public void sample(Random random, int more, StringBuilder out) {
            parts.forEach(part -> part.sample(random, more, out));
        }
    }

    record Choice(List<RegexPart> parts) implements RegexPart {
        @Override
        public void sample(Random random, int more, StringBuilder out) {
            parts.get(random.nextInt(parts.size())).sample(random, more, out);
        }
    }

    record Repeat(RegexPart part, int least, int most) implements RegexPart {

        /** What one expression makes; repetitions within repetitions multiply. */
        private static final int LONGEST = 2_000;

        @Override
        public void sample(Random random, int more, StringBuilder out) {
            int count = (int) Math.min(most, (long) least + (more == 0 ? 0 : random.nextInt(more + 1)));
            for (int i = 0; i < count && out.length() < LONGEST; i++) {
                part.sample(random, more, out);
            }
        }
    }
}
