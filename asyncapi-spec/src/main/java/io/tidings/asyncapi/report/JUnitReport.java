package io.tidings.asyncapi.report;

import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import java.util.List;
import java.util.Objects;

/**
 * XML as test runners write it: each document is a suite, each entry a test case that fails or, where it is no reason to
 * fail, passes and says something. A document of which nothing is said passes one test case.
 */
final class JUnitReport implements ReportFormat {

    @Override
    public String of(Report report) {
        SourceLines lines = report.sources().open();
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        long tests = report.sections().stream()
                .mapToLong(section -> tests(report, section))
                .sum();
        long failures = report.sections().stream()
                .mapToLong(section -> failures(report, section))
                .sum();
        out.append("<testsuites name=\"tidings: ").append(Markup.of(report.title()));
        out.append("\" ").append(counts(tests, failures)).append(">\n");
        report.sections().forEach(section -> out.append(suite(report, section, lines)));
        return out.append("</testsuites>\n").toString();
    }

    private static String suite(Report report, Section section, SourceLines lines) {
        StringBuilder out = new StringBuilder();
        String name = Markup.of(ArtifactUri.path(section.file()));
        out.append("  <testsuite name=\"").append(name).append("\" ");
        out.append(counts(tests(report, section), failures(report, section))).append(">\n");
        List<Entry> entries = section.entries();
        if (failsAlone(report, section)) {
            Verdict verdict = Objects.requireNonNull(section.verdict());
            out.append("    <testcase classname=\"" + name + "\" name=\"verdict\" time=\"0\">\n");
            out.append("      <failure message=\"").append(Markup.of(verdict.sentence()));
            out.append("\"/>\n    </testcase>\n");
        } else if (entries.isEmpty()) {
            out.append("    <testcase classname=\"" + name + "\" name=\"holds\" time=\"0\"/>\n");
        }
        entries.forEach(entry -> out.append(testCase(report, name, entry, lines)));
        return out.append("  </testsuite>\n").toString();
    }

    private static String testCase(Report report, String suite, Entry entry, SourceLines lines) {
        String where = entry.location().line() + ":" + entry.location().column();
        StringBuilder out = new StringBuilder();
        // Names are unique within a suite: CI servers follow a test case from run to run by its name.
        out.append("    <testcase classname=\"").append(suite);
        out.append("\" name=\"").append(Markup.of(entry.code() + " at " + file(suite, entry) + where));
        out.append("\" file=\"")
                .append(Markup.of(ArtifactUri.path(entry.location().file())));
        out.append("\" line=\"").append(entry.location().line()).append("\" time=\"0\">\n");
        String body = Markup.lines(TextReport.plain().paragraph(entry, lines));
        if (report.fails(entry)) {
            out.append("      <failure type=\"").append(Markup.of(entry.code()));
            out.append("\" message=\"").append(Markup.of(entry.message())).append("\">\n");
            out.append(body).append("</failure>\n");
        } else {
            out.append("      <system-out>\n").append(body).append("</system-out>\n");
        }
        return out.append("    </testcase>\n").toString();
    }

    private static String file(String suite, Entry entry) {
        String file = ArtifactUri.path(entry.location().file());
        return Markup.of(file).equals(suite) ? "" : file + ":";
    }

    /** Whether a document fails, and none of its entries says why. */
    private static boolean failsAlone(Report report, Section section) {
        Verdict verdict = section.verdict();
        return verdict != null
                && !verdict.passed()
                && section.entries().stream().noneMatch(report::fails);
    }

    private static long tests(Report report, Section section) {
        return Math.max(1, section.entries().size() + (failsAlone(report, section) ? 1 : 0));
    }

    private static long failures(Report report, Section section) {
        return section.entries().stream().filter(report::fails).count() + (failsAlone(report, section) ? 1 : 0);
    }

    private static String counts(long tests, long failures) {
        return "tests=\"" + tests + "\" failures=\"" + failures + "\" errors=\"0\" skipped=\"0\" time=\"0\"";
    }
}
