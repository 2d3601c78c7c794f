package io.tidings.compat.json;

import io.tidings.compat.json.RegexPart.Choice;
import io.tidings.compat.json.RegexPart.Letter;
import io.tidings.compat.json.RegexPart.Repeat;
import io.tidings.compat.json.RegexPart.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what people write in {@code pattern}: letters, classes, groups, alternatives, repetitions. */
final class RegexParser {

    private static final int DEEPEST = 50;

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
            int end = text.indexOf('}', at);
            String[] limits = text.substring(at + 1, Math.max(end, at + 1)).split(",", -1);
            try {
                int least = Integer.parseInt(limits[0]);
                int most = limits.length == 1
                        ? least
                        : limits[1].isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(limits[1]);
                repeated = new Repeat(part, least, most);
                at = end + 1;
            } catch (NumberFormatException e) {
                lost = true;
            }
        }
        next('?'); // as few as possible
        return repeated;
    }

    private RegexPart atom() {
        char c = text.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> new RegexClass(text, at).read(end -> at = end, () -> lost = true);
            case '.' -> new Letter(RegexClass.USUAL);
            case '^', '$' -> new Sequence(List.of());
            case '\\' -> escape();
            default -> new Letter(List.of((int) c));
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

    private RegexPart escape() {
        if (at >= text.length()) {
            lost = true;
            return new Sequence(List.of());
        }
        char c = text.charAt(at++);
        if (c == 'b' || c == 'B') {
            return new Sequence(List.of());
        }
        lost |= (c >= '1' && c <= '9') || c == 'p' || c == 'P' || c == 'k' || c == 'u' || c == 'x';
        return new Letter(RegexClass.escaped(c));
    }
}
