package io.tidings.compat.regex;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A set of characters, by code points. ECMA-262 without the flag {@code u} counts halves of surrogate pairs; JSON Schema
 * recommends the flag.
 *
 * @param ranges first and last ones, ascending and apart from each other
 */
record CodePoints(List<Range> ranges) {

    static final CodePoints DIGITS = of("09");
    static final CodePoints WORD = of("09AZ__az");
    /** WhiteSpace and LineTerminator of ECMA-262. */
    static final CodePoints SPACE = of(
            "\t\r  \u00a0\u00a0\u1680\u1680\u2000\u200a\u2028\u2029\u202f\u202f\u205f\u205f\u3000\u3000\ufeff\ufeff");
    /** What the point stands for: all but the ends of lines. */
    static final CodePoints IN_LINE = of("\n\n\r\r\u2028\u2029").complement();

    /** Characters from one to another, both included. */
    record Range(int from, int to) {}

    private static CodePoints of(String ends) {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < ends.length(); i += 2) {
            ranges.add(new Range(ends.charAt(i), ends.charAt(i + 1)));
        }
        return new CodePoints(ranges);
    }

    static CodePoints one(int codePoint) {
        return new CodePoints(List.of(new Range(codePoint, codePoint)));
    }

    static CodePoints union(List<CodePoints> parts) {
        List<Range> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.ranges));
        all.sort(Comparator.comparingInt(Range::from));
        List<Range> merged = new ArrayList<>();
        for (Range range : all) {
            Range last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && range.from() <= last.to() + 1) {
                merged.set(merged.size() - 1, new Range(last.from(), Math.max(last.to(), range.to())));
            } else {
                merged.add(range);
            }
        }
        return new CodePoints(List.copyOf(merged));
    }

    CodePoints complement() {
        List<Range> rest = new ArrayList<>();
        int from = 0;
        for (Range range : ranges) {
            if (range.from() > from) {
                rest.add(new Range(from, range.from() - 1));
            }
            from = range.to() + 1;
        }
        if (from <= Character.MAX_CODE_POINT) {
            rest.add(new Range(from, Character.MAX_CODE_POINT));
        }
        return new CodePoints(List.copyOf(rest));
    }

    boolean contains(int codePoint) {
        int low = 0;
        int high = ranges.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Range range = ranges.get(middle);
            if (codePoint < range.from()) {
                high = middle - 1;
            } else if (codePoint > range.to()) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** Some of them, those that people use first. */
    List<Integer> samples() {
        int[] usual =
                Alphabet.USUAL.codePoints().filter(this::contains).limit(40).toArray();
        if (usual.length > 0) {
            return Arrays.stream(usual).boxed().toList();
        }
        return ranges.stream().map(Range::from).limit(5).toList();
    }
}
