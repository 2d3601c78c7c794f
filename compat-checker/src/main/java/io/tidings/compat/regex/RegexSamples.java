package io.tidings.compat.regex;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes texts that a regular expression probably matches: candidates, to be matched before anyone believes them. */
final class RegexSamples {

    private static final int TRIES = 8;
    private static final int[] REPEATS = {0, 1, 3, 12};

    private RegexSamples() {}

    /** The same for every run. */
    static List<String> of(RegexPart whole, int least, int most) {
        Random random = new Random(1);
        Set<String> samples = new LinkedHashSet<>();
        List<Integer> repeats = new ArrayList<>();
        for (int repeat : REPEATS) {
            repeats.add(repeat);
        }
        repeats.add(Math.min(least, 1_000));
        repeats.add(Math.min(most, 100) + 1);
        for (int repeat : repeats) {
            for (int i = 0; i < TRIES; i++) {
                StringBuilder out = new StringBuilder();
                whole.sample(random, repeat, out);
                samples.add(out.toString());
            }
        }
        return List.copyOf(samples);
    }
}
