package io.tidings.compat.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** A class of characters: {@code [a-z_]}, and what stands for one: {@code \d}, {@code \u00e9}. */
final class RegexClass {

    private final String text;
    private int at;
    private boolean lost;

    RegexClass(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** After the opening bracket. */
    CodePoints read(IntConsumer ended, Runnable gaveUp) {
        List<CodePoints> parts = new ArrayList<>();
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        while (!lost && at < text.length() && text.charAt(at) != ']') {
            range(parts);
        }
        if (lost || at >= text.length()) {
            gaveUp.run();
        }
        ended.accept(at + 1);
        CodePoints all = CodePoints.union(parts);
        return negated ? all.complement() : all;
    }

    private void range(List<CodePoints> parts) {
        CodePoints first = letter();
        parts.add(first);
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range) {
            return;
        }
        at++;
        CodePoints last = letter();
        OptionalInt from = single(first);
        OptionalInt to = single(last);
        if (from.isEmpty() || to.isEmpty() || from.getAsInt() > to.getAsInt()) {
            lost = true; // an error in ECMA-262 with the flag u
            return;
        }
        parts.add(new CodePoints(List.of(new CodePoints.Range(from.getAsInt(), to.getAsInt()))));
    }

    private static OptionalInt single(CodePoints set) {
        boolean one = set.ranges().size() == 1
                && set.ranges().get(0).from() == set.ranges().get(0).to();
        return one ? OptionalInt.of(set.ranges().get(0).from()) : OptionalInt.empty();
    }

    private CodePoints letter() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\' || at >= text.length()) {
            return CodePoints.one(c);
        }
        if (text.charAt(at) == 'b') {
            at++;
            return CodePoints.one('\b');
        }
        CodePoints escaped = escaped(text, at, end -> at = end);
        lost |= escaped == null;
        return escaped == null ? CodePoints.one(c) : escaped;
    }

    /** What stands after a backslash; null where it is not known. */
    static @Nullable CodePoints escaped(String text, int at, IntConsumer ended) {
        char c = text.charAt(at);
        ended.accept(at + 1);
        return switch (c) {
            case 'd' -> CodePoints.DIGITS;
            case 'D' -> CodePoints.DIGITS.complement();
            case 'w' -> CodePoints.WORD;
            case 'W' -> CodePoints.WORD.complement();
            case 's' -> CodePoints.SPACE;
            case 'S' -> CodePoints.SPACE.complement();
            case 't' -> CodePoints.one('\t');
            case 'n' -> CodePoints.one('\n');
            case 'r' -> CodePoints.one('\r');
            case 'f' -> CodePoints.one('\f');
            case 'v' -> CodePoints.one('\u000b');
            case '0' -> followedByDigit(text, at) ? null : CodePoints.one(0);
            case 'x' -> hexadecimal(text, at + 1, 2, ended);
            case 'u' -> hexadecimal(text, at + 1, 4, ended);
            default -> Character.isLetterOrDigit(c) ? null : CodePoints.one(c);
        };
    }

    private static boolean followedByDigit(String text, int at) {
        return at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
    }

    /** Half a surrogate pair is left to others. */
    private static @Nullable CodePoints hexadecimal(String text, int from, int digits, IntConsumer ended) {
        int start = from;
        int end = from + digits;
        int next = end;
        if (digits == 4 && text.startsWith("{", from)) {
            start = from + 1;
            end = text.indexOf('}', from);
            next = end + 1;
        }
        if (end <= start || end > text.length() || !text.substring(start, end).matches("[0-9a-fA-F]{1,6}")) {
            return null;
        }
        int codePoint = Integer.parseInt(text.substring(start, end), 16);
        boolean half = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        if (half || codePoint > Character.MAX_CODE_POINT) {
            return null;
        }
        ended.accept(next);
        return CodePoints.one(codePoint);
    }
}
