package io.tidings.compat.report;

import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows the line a place is in, with a caret below. A file that is not there, as one from git, shows nothing. */
final class SourceFrame {

    private static final int WIDEST = 140;

    private final Map<String, List<String>> files = new HashMap<>();

    /** Three lines, each ended; empty where there is nothing to show. */
    String of(Location place, String margin, char caret) {
        List<String> lines = files.computeIfAbsent(place.file(), SourceFrame::read);
        if (place.line() < 1 || place.line() > lines.size()) {
            return "";
        }
        String line = lines.get(place.line() - 1);
        int column = Math.min(place.column() - 1, line.length());
        int from = Math.max(0, column - WIDEST / 2);
        String shown = printable(line.substring(from, Math.min(line.length(), from + WIDEST)));
        String number = Integer.toString(place.line());
        String bar = margin + " |";
        return bar + "\n"
                + " ".repeat(Math.max(0, margin.length() - number.length())) + number + " | " + shown + "\n"
                + bar + " " + " ".repeat(column - from) + caret + "\n";
    }

    /** Tabs and control characters take one column each, so that carets stand where they should. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(c < 0x20 || c == 0x7F ? ' ' : (char) c));
        return printable.toString();
    }

    private static List<String> read(String file) {
        try {
            String text = new String(Files.readAllBytes(Path.of(file)), StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }
}
