package io.tidings.compat.landscape;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is said of landscapes, a folder each. */
class LandscapeCasesTest {
    private static final Path ROOT = Path.of("src/test/resources/landscapes");

    @TestFactory
    Stream<DynamicTest> cases() {
        return Folders.in(ROOT).stream()
                .map(folder -> DynamicTest.dynamicTest(
                        folder.getFileName().toString(), () -> Folders.compare(folder, describe(folder))));
    }

    private static String describe(Path folder) {
        SystemReport report = SystemReport.of(Folders.documents(folder));
        StringBuilder out = new StringBuilder();
        report.landscape()
                .channels()
                .forEach(channel -> out.append(channel.address())
                        .append(": ")
                        .append(names(channel.senders().stream()))
                        .append(" -> ")
                        .append(names(channel.receivers().stream()))
                        .append('\n'));
        report.findings()
                .forEach(finding -> out.append(Folders.describe(
                        finding, finding.severity().label(), finding.rule().id())));
        return out.toString();
    }

    private static String names(Stream<Use> uses) {
        return String.join(
                ", ", uses.map(use -> use.service().name()).distinct().toList());
    }
}
