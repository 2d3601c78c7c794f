package io.tidings.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is offered to copy into a CI system can be read, and calls commands and options that there are. */
class CiFilesTest {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|run: |script: |- |')(tidings [^'\\n]+)");

    @TestFactory
    Stream<DynamicTest> files() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("ci"))) {
            return Stream.concat(files.sorted().toList().stream(), Stream.of(DOCS.resolve("check.md")))
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> holds(file)));
        }
    }

    private static void holds(Path file) throws IOException {
        if (file.toString().endsWith(".yml")) {
            SourceFile read = new SourceReader(SourceLimits.DEFAULT).read(file, file.toString());
            assertThat(read.problems()).isEmpty();
            assertThat(read.root()).isPresent();
        }
        List<String> commands = COMMAND.matcher(Files.readString(file))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(commands).isNotEmpty().allSatisfy(command -> {
            String[] arguments = command.substring("tidings ".length()).strip().split(" +");
            assertThatCode(() -> Tidings.commands().parseArgs(arguments))
                    .as(command)
                    .doesNotThrowAnyException();
        });
    }
}
