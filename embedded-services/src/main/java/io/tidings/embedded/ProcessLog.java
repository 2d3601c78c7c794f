package io.tidings.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a process has printed, in a file that it writes itself. */
final class ProcessLog {
    private final Path file;
    private final boolean temporary;

    private ProcessLog(Path file, boolean temporary) {
        this.file = file;
        this.temporary = temporary;
    }

    /** An empty log in {@code chosen}, or in a temporary file if that is null. */
    static ProcessLog create(String name, @Nullable Path chosen) {
        try {
            if (chosen == null) {
                return new ProcessLog(Files.createTempFile("tidings-" + name + "-", ".log"), true);
            }
            Path file = chosen.toAbsolutePath();
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, new byte[0]);
            return new ProcessLog(file, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file() {
        return file;
    }

    Optional<String> find(String text) {
        return content().lines().filter(line -> line.contains(text)).findFirst();
    }

    String tail(int lines) {
        List<String> all = content().lines().toList();
        return all.stream().skip(Math.max(0, all.size() - lines)).collect(Collectors.joining("\n"));
    }

    void close() {
        if (temporary) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private String content() {
        try {
            // Lenient, as it may end inside a character.
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
