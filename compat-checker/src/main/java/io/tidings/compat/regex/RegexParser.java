package io.tidings.compat.regex;

import io.tidings.compat.regex.RegexPart.Choice;
import io.tidings.compat.regex.RegexPart.Edge;
import io.tidings.compat.regex.RegexPart.Letter;
import io.tidings.compat.regex.RegexPart.Repeat;
import io.tidings.compat.regex.RegexPart.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what people write in {@code pattern}: letters, classes, groups, alternatives, repetitions. */
final class RegexParser {

    private static final int DEEPEST = 50;
    private static final Pattern LIMITS = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");

    private final String text;
    private int at;
    private int depth;
    private boolean lost;

    RegexParser(String text) {
        this.text = text;
    }

    /** Empty where something is not understood: references back, looks ahead. */
    Optional<RegexPart> parse() {
        RegexPart whole = alternatives();
        return lost || at < text.length() ? Optional.empty() : Optional.of(whole);
    }

    private boolean next(char c) {
        boolean is = at < text.length() && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private RegexPart alternatives() {
        List<RegexPart> parts = new ArrayList<>(List.of(sequence()));
        while (!lost && next('|')) {
            parts.add(sequence());
        }
        return parts.size() == 1 ? parts.get(0) : new Choice(parts);
    }

    private RegexPart sequence() {
        List<RegexPart> parts = new ArrayList<>();
        while (!lost && at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(atom()));
        }
        return new Sequence(parts);
    }

    private RegexPart repeated(RegexPart part) {
        RegexPart repeated = part;
        if (next('*')) {
            repeated = new Repeat(part, 0, Integer.MAX_VALUE);
        } else if (next('+')) {
            repeated = new Repeat(part, 1, Integer.MAX_VALUE);
        } else if (next('?')) {
            repeated = new Repeat(part, 0, 1);
        } else if (at < text.length() && text.charAt(at) == '{') {
            repeated = counted(part);
        }
        if (repeated != part) {
            next('?'); // as few as possible
            // Another one is an error, and of Java's alone where it is a plus.
            lost |= at < text.length() && "*+?{".indexOf(text.charAt(at)) >= 0;
        }
        return repeated;
    }

    private RegexPart counted(RegexPart part) {
        Matcher limits = LIMITS.matcher(text).region(at, text.length());
        if (!limits.lookingAt()) {
            lost = true;
            return part;
        }
        int least = Integer.parseInt(limits.group(1));
        int most = limits.group(2) == null
                ? least
                : limits.group(3).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(limits.group(3));
        lost |= most < least;
        at = limits.end();
        return new Repeat(part, least, most);
    }

    private RegexPart atom() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new Letter(new RegexClass(text, at).read(end -> at = end, () -> lost = true));
            case '.' -> new Letter(CodePoints.IN_LINE);
            case '^' -> Edge.START;
            case '$' -> Edge.END;
            case '\\' -> escape();
            case '*', '+', '?', '{' -> unknown();
            default -> literal(c);
        };
    }

    private RegexPart group() {
        if (next('?')) {
            if (next('<')) {
                int end = text.indexOf('>', at);
                lost |= end < 0 || text.startsWith("=", at) || text.startsWith("!", at);
                at = lost ? at : end + 1;
            } else {
                lost |= !next(':');
            }
        }
        lost |= ++depth > DEEPEST;
        RegexPart inner = lost ? new Sequence(List.of()) : alternatives();
        depth--;
        lost |= !next(')');
        return inner;
    }

    private RegexPart literal(char c) {
        int codePoint = text.codePointAt(at - 1);
        at += Character.charCount(codePoint) - 1;
        lost |= Character.isSurrogate(c) && codePoint == c;
        return new Letter(CodePoints.one(codePoint));
    }

    private RegexPart escape() {
        if (at >= text.length()) {
            return unknown();
        }
        char c = text.charAt(at);
        if (c == 'b' || c == 'B') {
            at++;
            return Edge.WORD;
        }
        CodePoints escaped = RegexClass.escaped(text, at, end -> at = end);
        return escaped == null ? unknown() : new Letter(escaped);
    }

    private RegexPart unknown() {
        lost = true;
        return new Sequence(List.of());
    }
}
