package io.tidings.compat.json;

import io.tidings.compat.json.RegexPart.Letter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/** A class of characters: {@code [a-z_]}, and what stands for one, {@code \d}. */
final class RegexClass {

    private static final int WIDEST = 128;
    /** One of each kind that people distinguish. */
    static final List<Integer> USUAL =
            "abzABZ0189-_. /:@#+,".codePoints().boxed().toList();

    private final String text;
    private int at;
    private final Set<Integer> letters = new LinkedHashSet<>();

    RegexClass(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** After the opening bracket. */
    RegexPart read(IntConsumer ended, Runnable lost) {
        boolean negated = at < text.length() && text.charAt(at) == '^';
        at += negated ? 1 : 0;
        while (at < text.length() && text.charAt(at) != ']') {
            range();
        }
        if (at >= text.length()) {
            lost.run();
        }
        ended.accept(at + 1);
        return new Letter(
                negated
                        ? USUAL.stream()
                                .filter(letter -> !letters.contains(letter))
                                .toList()
                        : new ArrayList<>(letters));
    }

    private void range() {
        List<Integer> first = letter();
        boolean range = at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
        if (!range || first.size() != 1) {
            letters.addAll(first);
            return;
        }
        at++;
        List<Integer> last = letter();
        int from = first.get(0);
        int to = last.size() == 1 ? last.get(0) : from;
        for (int letter = from; letter <= Math.min(to, from + WIDEST); letter++) {
            letters.add(letter);
        }
        letters.add(to);
    }

    private List<Integer> letter() {
        int c = text.codePointAt(at);
        at += Character.charCount(c);
        if (c != '\\' || at >= text.length()) {
            return List.of(c);
        }
        return escaped(text.charAt(at++));
    }

    static List<Integer> escaped(char c) {
        return switch (c) {
            case 'd' -> "01589".codePoints().boxed().toList();
            case 'w' -> "abzAZ019_".codePoints().boxed().toList();
            case 's' -> List.of((int) ' ');
            case 'D' -> "abZ_- ".codePoints().boxed().toList();
            case 'W' -> "-. /:@#".codePoints().boxed().toList();
            case 'S' -> "abZ09_-.".codePoints().boxed().toList();
            case 't' -> List.of((int) '\t');
            case 'n' -> List.of((int) '\n');
            case 'r' -> List.of((int) '\r');
            default -> List.of((int) c);
        };
    }
}
