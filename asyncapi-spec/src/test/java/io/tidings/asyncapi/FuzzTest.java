package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a document, reading it yields diagnostics with places, and neither throws nor hangs. */
class FuzzTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    Path folder;

    @Test
    void mutantsOfAllCases() throws IOException {
        copy(Cases.ROOT, folder);
        try (Fuzzing fuzzing = new Fuzzing(folder, 40)) {
            for (Path original : Cases.all()) {
                fuzzing.document(
                        Cases.document(folder.resolve(original.getFileName().toString())));
            }
            assertThat(fuzzing.done()).isPositive();
        }
    }

    /** More than 100,000 mutants: {@code mvn -Pcorpus -pl asyncapi-spec test -Dtest=FuzzTest -Dcorpus.asyncapi=DIR}. */
    @Test
    @Tag("corpus")
    void mutantsOfTheCorpus() throws IOException {
        copy(CorpusTest.ROOT, folder);
        try (Fuzzing fuzzing = new Fuzzing(folder, 220)) {
            List<Path> documents = CorpusTest.documents(folder);
            for (Path document : documents) {
                fuzzing.document(document);
            }
            System.out.printf("%,d mutants of %,d documents%n", fuzzing.done(), documents.size());
            assertThat(fuzzing.done()).isPositive();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }
}
