package io.tidings.asyncapi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What each format makes of a report that means harm. {@code -Dcases.recreate=true} writes it anew, to be read. */
class GoldenReportsTest {
    private static final Path FOLDER = Path.of("src/test/resources/reports/hostile");

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "JSON")
    void printsWhatIsExpected(Format format) throws IOException {
        // As it is written to a file: a lone surrogate has no bytes of its own.
        byte[] bytes = format.print(Hostile.report()).getBytes(StandardCharsets.UTF_8);
        Path expected = FOLDER.resolve("expected." + suffix(format));
        if (Boolean.getBoolean("cases.recreate")) {
            Files.write(expected, bytes);
        }
        assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(Files.readString(expected));
    }

    private static String suffix(Format format) {
        return switch (format) {
            case TEXT -> "txt";
            case JSON, SARIF, HTML -> format.label();
            case JUNIT -> "xml";
            case MARKDOWN -> "markdown"; // not .md: those are pages of ours
            case GITHUB -> "github";
        };
    }
}
