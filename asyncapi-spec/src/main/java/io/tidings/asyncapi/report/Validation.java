package io.tidings.asyncapi.report;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.rule.Codes;
import java.util.List;
import java.util.Optional;

/** Makes a report of what reading documents said. */
public final class Validation {
    private Validation() {}

    /** A report in which only errors fail. */
    public static Report report(List<ReadResult> results) {
        return report(results, Severity.ERROR, Report.Sources.FILES);
    }

    /**
     * A report.
     *
     * @param failsFrom the least severity that fails
     */
    public static Report report(List<ReadResult> results, Severity failsFrom, Report.Sources sources) {
        List<Section> sections = results.stream()
                .map(result -> new Section(
                        result.file().toString(),
                        result.diagnostics().stream().map(Entry::of).toList()))
                .toList();
        boolean passed = results.stream()
                .flatMap(result -> result.diagnostics().stream())
                .noneMatch(diagnostic -> diagnostic.severity().compareTo(failsFrom) <= 0);
        return new Report(
                "validate",
                "Validation of AsyncAPI documents",
                sections,
                List.of(),
                passed,
                failsFrom,
                summary(results, sections),
                Validation::rule,
                sources,
                () -> JsonReport.of(results));
    }

    /** What a rule of validation says of itself; empty where there is none of this code. */
    public static Optional<RuleText> rule(String code) {
        return Codes.of(code).map(known -> new RuleText(known.summary(), Codes.page(known)));
    }

    private static String summary(List<ReadResult> results, List<Section> sections) {
        long invalid = results.stream().filter(result -> !result.valid()).count();
        String files = count(results.size(), "file") + ": " + (invalid == 0 ? "valid" : invalid + " invalid");
        return files + "; " + count(of(sections, Severity.ERROR), "error") + ", "
                + count(of(sections, Severity.WARNING), "warning") + ", " + of(sections, Severity.INFO) + " info";
    }

    private static long of(List<Section> sections, Severity severity) {
        return sections.stream()
                .flatMap(section -> section.entries().stream())
                .distinct()
                .filter(entry -> entry.severity() == severity)
                .count();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
