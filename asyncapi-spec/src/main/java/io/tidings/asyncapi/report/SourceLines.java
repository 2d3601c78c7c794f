package io.tidings.asyncapi.report;

import io.tidings.asyncapi.remote.Credentials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lines of the files that entries point at, each file read once. For one thread. */
public final class SourceLines {
    /** A report is no place to show what nobody can have written. */
    private static final long LARGEST = 64L * 1024 * 1024;

    private final Map<String, List<String>> files = new HashMap<>();

    private SourceLines() {}

    /** Lines of files on the disk. What cannot be read has no lines. */
    public static SourceLines ofFiles() {
        return new SourceLines();
    }

    /** The same, but one of the files has this text, whatever the disk says. */
    public SourceLines with(String file, String text) {
        files.put(file, text.lines().toList());
        return this;
    }

    /** A line, counted from 1; empty where the file or the line is not there. */
    public Optional<String> line(String file, int number) {
        List<String> lines = files.computeIfAbsent(file, SourceLines::read);
        return number >= 1 && number <= lines.size()
                ? Optional.of(Credentials.masked(lines.get(number - 1)))
                : Optional.empty();
    }

    private static List<String> read(String file) {
        try {
            Path path = Path.of(file);
            // A pipe would wait for ever, and was read before.
            if (!Files.isRegularFile(path) || Files.size(path) > LARGEST) {
                return List.of();
            }
            // Whatever the file is: what cannot be decoded is shown as a replacement character.
            String text = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
