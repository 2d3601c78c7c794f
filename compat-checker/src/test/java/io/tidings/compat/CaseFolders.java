package io.tidings.compat;

import io.tidings.asyncapi.AsyncApi;
import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.baseline.Baseline;
import io.tidings.compat.policy.PolicyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cases: a folder each under {@code cases/RULE/CASE}, with {@code old.yaml}, {@code new.yaml} and what is expected;
 * perhaps also what a team has decided ({@code .tidings.yaml}), what is served besides ({@code beside.yaml}), and further bases,
 * one a line ({@code bases}).
 */
final class CaseFolders {

    static final Path ROOT = Path.of("src/test/resources/cases");

    /** The day on which all cases are checked. */
    private static final Clock TODAY = Clock.fixed(Instant.parse("2027-01-01T12:00:00Z"), ZoneOffset.UTC);

    private static final Map<Path, CheckReport> REPORTS = new ConcurrentHashMap<>();

    private CaseFolders() {}

    static List<Path> all() {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.endsWith("new.yaml"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the check says of a case. Asked by several tests, judged once. */
    static CheckReport check(Path folder) {
        return REPORTS.computeIfAbsent(folder, CaseFolders::judge);
    }

    private static CheckReport judge(Path folder) {
        ReadResult head = AsyncApi.read(folder.resolve("new.yaml"));
        if (!head.valid()) {
            throw new AssertionError(folder + ": " + head.diagnostics());
        }
        PolicyFile policy = PolicyFile.read(null, folder.resolve("new.yaml"));
        if (!policy.diagnostics().isEmpty()) {
            throw new AssertionError(folder + ": " + policy.diagnostics());
        }
        CheckOptions options = CheckOptions.DEFAULT
                .withPolicy(policy.policy().orElseThrow())
                .withBeside(beside(folder))
                .withClock(TODAY);
        return Compatibility.check(bases(folder), head.document().orElseThrow(), options);
    }

    /** The old document; and where there is a folder called registry, what stands in that, too or instead. */
    private static List<Baseline> bases(Path folder) {
        Baseline old = Baseline.parse(folder.resolve("old.yaml").toString(), Path.of(""));
        Path registry = folder.resolve("registry");
        if (Files.isDirectory(registry)) {
            return new CaseRegistry(registry).bases(old);
        }
        Path more = folder.resolve("bases");
        return Stream.concat(
                        Stream.of(old),
                        Files.exists(more)
                                ? text(more).lines().map(line -> Baseline.parse(line, folder))
                                : Stream.empty())
                .toList();
    }

    private static List<AsyncApiDocument> beside(Path folder) {
        Path beside = folder.resolve("beside.yaml");
        return Files.exists(beside) ? List.of(AsyncApi.read(beside).document().orElseThrow()) : List.of();
    }

    /** One line for each finding, so that a difference in a review says what changed. */
    static String describe(CheckReport report) {
        StringBuilder out = new StringBuilder();
        out.append(report.verdict().name().toLowerCase(Locale.ROOT))
                .append(": declares ")
                .append(report.declared())
                .append(", requires ")
                .append(report.required())
                .append('\n');
        report.findings().forEach(finding -> out.append(describe(finding)).append('\n'));
        report.suppressed()
                .forEach(suppressed -> out.append("suppressed until ")
                        .append(suppressed.by().until())
                        .append(": ")
                        .append(describe(suppressed.finding()))
                        .append('\n'));
        report.upgradeOrder()
                .forEach(order -> out.append("upgrade ")
                        .append(order.channel())
                        .append(' ')
                        .append(order.order().label())
                        .append('\n'));
        return out.toString();
    }

    private static String describe(Finding finding) {
        StringBuilder out = new StringBuilder(finding.rule());
        out.append(" | wire ").append(finding.impact().wire());
        out.append(", source ").append(finding.impact().source());
        out.append(finding.warning() ? ", warning" : "");
        out.append(" | ").append(finding.role());
        out.append(" | ").append(finding.message() == null ? finding.channel() : finding.message());
        out.append(finding.path().isEmpty() ? "" : " " + finding.path());
        out.append(" | ").append(place(finding.base())).append(" > ").append(place(finding.head()));
        return out.append(" | ").append(finding.reason()).toString();
    }

    private static String place(@Nullable Location place) {
        return place == null ? "-" : Path.of(place.file()).getFileName() + ":" + place.line() + ":" + place.column();
    }
}
