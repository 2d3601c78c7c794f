package io.tidings.asyncapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One random change to a text, blind to what it means. */
final class TextMutation {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999999999",
            "0x" + "f".repeat(2_000),
            "[]",
            "{}",
            "''",
            "text",
            "[[]]",
            "{a: {}}",
            "*x",
            "&x y",
            "<<: *x",
            "<<: [{a: b}]",
            "? [a]\n: b",
            "!!int z",
            "!!binary x",
            "%TAG ! x",
            "---",
            "...",
            "- ",
            ": ",
            "#",
            "|2-\n",
            "\t",
            "\r\n",
            "\u2028",
            "{$ref: '#'}",
            "{$ref: '#/channels'}",
            "{$ref: asyncapi.yaml}",
            "{$ref: 5}",
            "{\"$ref\": \"#\"}",
            "\"\\ud800\"",
            "'#/'",
            "{type: record}",
            "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{}]}",
            "[".repeat(300),
            "{a: ".repeat(300),
            "\uFEFF",
            "\u0000",
            "\u0085",
            "\uFFFE",
            "e\u0301",
            "\u202e",
            "😀");

    private final Random random;

    TextMutation(Random random) {
        this.random = random;
    }

    String of(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + pick(VALUES) + text.substring(at);
            case 2 -> at == text.length() ? text : text.substring(0, at) + text.substring(at + 1);
            case 3 -> replaceWord(text, pick(VALUES));
            case 4 -> replaceWord(text, pick(words(text)));
            case 5 -> lines(text, lines -> Collections.swap(lines, line(lines), line(lines)));
            case 6 -> lines(text, lines -> lines.add(line(lines), lines.get(line(lines))));
            case 7 ->
                lines(text, lines -> {
                    int line = line(lines);
                    lines.set(line, " ".repeat(random.nextInt(4)) + lines.get(line));
                });
            default -> lines(text, lines -> lines.remove(line(lines)));
        };
    }

    private String replaceWord(String text, String by) {
        String word = pick(words(text));
        int at = word.isEmpty() || text.isEmpty() ? -1 : text.indexOf(word, random.nextInt(text.length()));
        return at < 0 ? text : text.substring(0, at) + by + text.substring(at + word.length());
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(List.of(text.split("[\\s:,{}\\[\\]]+", -1)));
        words.add("x");
        return words;
    }

    private interface Edit {
        void on(List<String> lines);
    }

    private static String lines(String text, Edit edit) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!lines.isEmpty()) {
            edit.on(lines);
        }
        return String.join("\n", lines);
    }

    private int line(List<String> lines) {
        return random.nextInt(lines.size());
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
