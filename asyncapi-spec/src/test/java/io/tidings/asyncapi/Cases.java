package io.tidings.asyncapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folders of the case corpus. */
final class Cases {
    static final Path ROOT = Path.of("src/test/resources/cases");

    private Cases() {}

    static List<Path> all() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The document of a case: {@code asyncapi.yaml} or {@code asyncapi.json}. */
    static Path document(Path folder) {
        Path yaml = folder.resolve("asyncapi.yaml");
        return Files.exists(yaml) ? yaml : folder.resolve("asyncapi.json");
    }
}
