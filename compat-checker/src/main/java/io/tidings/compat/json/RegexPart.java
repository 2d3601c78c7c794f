package io.tidings.compat.json;

import java.util.List;
import java.util.Random;

/** A part of a regular expression, as far as it makes texts. */
sealed interface RegexPart {

    /**
     * Writes a text that it might match.
     *
     * @param more how often something may be repeated beyond what it must be
     */
    void sample(Random random, int more, StringBuilder out);

    /** One of some characters. */
    record Letter(List<Integer> codePoints) implements RegexPart {
        @Override
        public void sample(Random random, int more, StringBuilder out) {
            if (!codePoints.isEmpty()) {
                out.appendCodePoint(codePoints.get(random.nextInt(codePoints.size())));
            }
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
