package io.tidings.asyncapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** One random change, or a few, to a text. */
final class Mutation {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-1",
            "1e999999999",
            "[]",
            "{}",
            "''",
            "text",
            "[[]]",
            "{a: {}}",
            "*x",
            "&x y",
            "!!int z",
            "\t",
            "{$ref: '#'}",
            "{$ref: '#/channels'}",
            "{$ref: asyncapi.yaml}",
            "{$ref: 5}",
            "{\"$ref\": \"#\"}",
            "\"\\ud800\"",
            "'#/'",
            "{type: record}",
            "{\"type\": \"record\", \"name\": \"R\", \"fields\": [{}]}",
            "\uFEFF",
            "\u0000",
            "😀");

    private final Random random;

    Mutation(Random random) {
        this.random = random;
    }

    String of(String text) {
        String mutant = text;
        for (int i = 0; i <= random.nextInt(3); i++) {
            mutant = once(mutant);
        }
        return mutant;
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        return switch (random.nextInt(7)) {
            case 0 -> text.substring(0, at);
            case 1 -> text.substring(0, at) + pick(VALUES) + text.substring(at);
            case 2 -> at == text.length() ? text : text.substring(0, at) + text.substring(at + 1);
            case 3 -> replaceWord(text, pick(VALUES));
            case 4 -> replaceWord(text, pick(words(text)));
            case 5 -> swapLines(text);
            default -> deleteLine(text);
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

    private String swapLines(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (lines.size() > 1) {
            Collections.swap(lines, random.nextInt(lines.size()), random.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }

    private String deleteLine(String text) {
        List<String> lines = new ArrayList<>(text.lines().toList());
        if (!lines.isEmpty()) {
            lines.remove(random.nextInt(lines.size()));
        }
        return String.join("\n", lines);
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
