package io.tidings.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * For each case: the clients are as expected, they compile without a warning, and they do what {@code <Name>Behaviour.java}
 * says. {@code -Dtidings.golden=update} writes the expectations anew; read the difference before you commit it.
 */
class CasesTest {

    private static final boolean UPDATE = "update".equals(System.getProperty("tidings.golden"));

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> generatesWhatIsExpected() {
        return Case.all().stream()
                .map(test -> DynamicTest.dynamicTest(test.name(), () -> {
                    Map<String, String> outcome = test.outcome();
                    if (UPDATE) {
                        replace(test.expected(), outcome);
                    }
                    assertThat(read(test.expected())).containsExactlyEntriesOf(outcome);
                }));
    }

    @TestFactory
    Stream<DynamicTest> generatesTheSameEachTime() {
        return Case.all().stream()
                .map(test -> DynamicTest.dynamicTest(
                        test.name(), () -> assertThat(test.sources()).isEqualTo(test.sources())));
    }

    @TestFactory
    Stream<DynamicTest> behaves() {
        return Case.all().stream().flatMap(test -> {
            try {
                Compilation compiled = test.compile(test.sources(), folder.resolve(test.name()));
                return Behaviour.of(test, compiled::loadUse).stream().flatMap(Behaviour::tests);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Map<String, String> read(Path expected) throws IOException {
        Map<String, String> files = new TreeMap<>();
        if (Files.isDirectory(expected)) {
            try (Stream<Path> found = Files.walk(expected)) {
                for (Path file : found.filter(Files::isRegularFile).toList()) {
                    files.put(expected.relativize(file).toString().replace('\\', '/'), Files.readString(file));
                }
            }
        }
        return files;
    }

    private static void replace(Path expected, Map<String, String> outcome) throws IOException {
        for (String former : read(expected).keySet()) {
            Files.delete(expected.resolve(former));
        }
        for (Map.Entry<String, String> file : outcome.entrySet()) {
            Path path = expected.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }
}
