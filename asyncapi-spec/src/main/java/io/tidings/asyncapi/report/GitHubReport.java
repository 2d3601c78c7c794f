package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import io.tidings.asyncapi.source.Location;
import java.util.Comparator;

/**
 * Workflow commands of GitHub Actions, one a line, which become annotations. GitHub shows ten of each kind for a step, so
 * what weighs most comes first.
 */
final class GitHubReport implements ReportFormat {

    @Override
    public String of(Report report) {
        StringBuilder out = new StringBuilder();
        report.entries().stream()
                .sorted(Comparator.comparing(Entry::severity))
                .forEach(entry -> out.append(command(entry)).append('\n'));
        for (Section section : report.sections()) {
            Verdict verdict = section.verdict();
            if (verdict != null) {
                verdict.notes().forEach(note -> out.append(plain(note)).append('\n'));
                out.append(plain(verdict.sentence())).append('\n');
            }
        }
        report.notes().forEach(note -> out.append(plain(note)).append('\n'));
        return out.append(plain(report.summary())).append('\n').toString();
    }

    private static String command(Entry entry) {
        Location place = entry.location();
        String name =
                entry.severity() == Severity.INFO ? "notice" : entry.severity().label();
        String label = entry.label().equals(entry.severity().label()) ? "" : entry.label() + " ";
        StringBuilder message = new StringBuilder(Printable.of(entry.message()));
        entry.related()
                .forEach(related ->
                        message.append('\n').append(Printable.of(related.location() + ": " + related.message())));
        if (entry.where() != null) {
            message.append("\nWhere: ").append(Printable.of(entry.where()));
        }
        if (entry.hint() != null) {
            message.append("\nHint: ").append(Printable.of(entry.hint()));
        }
        // What stands in no file of the repository, such as in a baseline, can be told but not annotated.
        String where = "";
        if (ArtifactUri.isFile(place.file())) {
            where = "file=" + property(ArtifactUri.path(place.file())) + ",line=" + place.line() + ",col="
                    + place.column() + ",";
        } else {
            message.insert(0, Printable.of(place + ": "));
        }
        return "::" + name + " " + where + "title=" + property(label + entry.code()) + "::" + data(message.toString());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Printable.of(text)).replace(":", "%3A").replace(",", "%2C");
    }

    /** A line of the log that no runner takes for a command, in neither of their two notations. */
    private static String plain(String text) {
        String line = Printable.of(text).replace("##[", "## [");
        return line.stripLeading().startsWith("::") ? "| " + line : line;
    }
}
