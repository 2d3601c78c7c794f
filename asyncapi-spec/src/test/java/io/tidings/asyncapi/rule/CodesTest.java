package io.tidings.asyncapi.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every code a user can see is listed and explained. */
class CodesTest {
    private static final Path SOURCES = Path.of("src/main/java/io/tidings/asyncapi");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z0-9]*(?:-[a-zA-Z0-9]+)+)\"");
    private static final Pattern REPORTED = Pattern.compile("(?m)^(?:error|warning|info)\\[([^]]+)]");

    /** Texts in the sources that look like codes and are none. */
    private static final Set<String> OTHER_WORDS = Set.of(
            "x-tidings",
            "kafka-secure",
            "big-decimal",
            "date-time",
            "draft-04",
            "draft-06",
            "draft-07",
            "time-millis",
            "time-micros",
            "timestamp-millis",
            "timestamp-micros",
            "timestamp-nanos",
            "local-timestamp-millis",
            "local-timestamp-micros",
            "local-timestamp-nanos",
            "x-amz-signature",
            "x-amz-security-token",
            "x-goog-signature");

    @Test
    void idsAreUniqueAndKebabCase() {
        assertThat(Codes.all())
                .extracting(Code::id)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-zA-Z0-9-]+"));
        assertThat(Codes.all()).extracting(Code::summary).allMatch(summary -> summary.matches("\\S.*[^.\\s]"));
    }

    /** Where this fails: list the code in structure.codes, or the text among {@link #OTHER_WORDS} if it is none. */
    @Test
    void whatTheSourcesNameIsListed() throws IOException {
        Set<String> written = new TreeSet<>();
        for (Path file : files(SOURCES, ".java")) {
            LITERAL.matcher(read(file)).results().map(found -> found.group(1)).forEach(written::add);
        }
        written.removeAll(OTHER_WORDS);
        written.removeAll(Rules.all().stream().map(RuleInfo::id).toList());
        List<String> listed =
                StructureCodes.all().keySet().stream().map(Code::id).toList();
        assertThat(written).containsExactlyInAnyOrderElementsOf(listed);
    }

    @Test
    void whatTheCasesShowIsListed() throws IOException {
        List<String> listed = Codes.all().stream().map(Code::id).toList();
        for (Path file : files(Path.of("src/test/resources/cases"), "expected.txt")) {
            assertThat(REPORTED.matcher(read(file)).results().map(found -> found.group(1)))
                    .as(file.toString())
                    .isSubsetOf(listed);
        }
    }

    @Test
    void whatIsNotARuleIsExplained() {
        assertThat(StructureCodes.all().values()).allMatch(text -> text.endsWith(".") && text.length() > 10);
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
