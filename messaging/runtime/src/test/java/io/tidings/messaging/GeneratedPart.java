package io.tidings.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A part of a page in {@code docs} that is written by a test, between two comments, so that it never differs from the code:
 * {@code -Dtidings.docs=update} writes it anew.
 */
public final class GeneratedPart {

    private GeneratedPart() {}

    /** Compares, or writes. */
    public static void check(String page, String part, String expected) throws IOException {
        Path file = root().resolve("docs").resolve(page);
        String text = Files.readString(file);
        String begin = "<!-- generated: " + part + " -->\n";
        String end = "<!-- end -->";
        int from = text.indexOf(begin);
        assertThat(from).as("'%s' in %s", begin.strip(), file).isNotNegative();
        int to = text.indexOf(end, from);
        assertThat(to).as("'%s' in %s", end, file).isNotNegative();
        String current = text.substring(from + begin.length(), to);
        if ("update".equals(System.getProperty("tidings.docs"))) {
            Files.writeString(file, text.substring(0, from) + begin + expected + text.substring(to));
        } else {
            assertThat(current)
                    .as("%s: run this test with -Dtidings.docs=update", file)
                    .isEqualTo(expected);
        }
    }

    private static Path root() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(directory.resolve("docs").resolve("adr"))) {
            Path parent = directory.getParent();
            assertThat(parent).as("The project's root, from %s up", directory).isNotNull();
            directory = parent;
        }
        return directory;
    }
}
