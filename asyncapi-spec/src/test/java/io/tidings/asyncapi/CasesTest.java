package io.tidings.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.asyncapi.report.TextReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each folder below {@code src/test/resources/cases} holds a document and, in {@code expected.txt}, what is said of it. Run
 * with {@code -Dcases.recreate=true} to write the expectations anew, and read the difference before you commit it.
 */
class CasesTest {
    private static final boolean RECREATE = Boolean.getBoolean("cases.recreate");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Cases.all().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }

    private static void check(Path folder) throws IOException {
        ReadResult result = AsyncApi.read(Cases.document(folder));
        String report = TextReport.plain().of(List.of(result)).replace(folder + "/", "");
        Path expected = folder.resolve("expected.txt");
        if (RECREATE) {
            Files.writeString(expected, report);
        }
        assertThat(report).isEqualTo(Files.readString(expected));
    }
}
