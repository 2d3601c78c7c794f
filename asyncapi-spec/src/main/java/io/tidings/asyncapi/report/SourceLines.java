package io.tidings.asyncapi.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the files that diagnostics point at, each file read once. */
final class SourceLines {
    private final Map<String, List<String>> files = new HashMap<>();

    /** A line, counted from 1; empty where the file or the line is not there. */
    Optional<String> line(String file, int number) {
        List<String> lines = files.computeIfAbsent(file, SourceLines::read);
        return number >= 1 && number <= lines.size() ? Optional.of(lines.get(number - 1)) : Optional.empty();
    }

    private static List<String> read(String file) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(file));
            // Whatever the file is: what cannot be decoded is shown as a question mark.
            String text = new String(bytes, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
