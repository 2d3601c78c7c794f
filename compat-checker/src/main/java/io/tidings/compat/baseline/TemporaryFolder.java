package io.tidings.compat.baseline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder that is gone once it is closed. */
final class TemporaryFolder implements AutoCloseable {

    private final Path directory;

    /** @throws BaselineException where there can be none */
    TemporaryFolder(String source) {
        try {
            directory = Files.createTempDirectory("tidings-base").toRealPath();
        } catch (IOException e) {
            throw new BaselineException("the base " + source + " cannot be copied: " + e.getMessage(), e);
        }
    }

    /** Its real path. */
    Path directory() {
        return directory;
    }

    /** Writes a file below; a path that leads out is left out. */
    void write(String path, byte[] content) throws IOException {
        Path file = directory.resolve(path).normalize();
        if (file.startsWith(directory)) {
            Files.createDirectories(file.getParent());
            Files.write(file, content);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
