package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import io.tidings.asyncapi.source.Location;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One page that needs nothing else: no script, no network, readable without colours and by screen readers. */
final class HtmlReport implements ReportFormat {

    @Override
    public String of(Report report) {
        SourceLines lines = report.sources().open();
        StringBuilder out = new StringBuilder();
        String verdict = report.passed() ? "Passed" : "Failed";
        out.append(HEAD.formatted(verdict + ": " + Markup.of(report.title()), style()));
        out.append("<header>\n<h1><span class=\"verdict ").append(report.passed() ? "pass" : "fail");
        out.append("\">").append(verdict).append("</span> ").append(Markup.of(report.title()));
        out.append("</h1>\n<p>").append(Markup.of(report.summary())).append("</p>\n</header>\n<main>\n");
        out.append(contents(report));
        int number = 0;
        for (Section section : report.distinctSections()) {
            out.append(section(section, ++number, lines));
        }
        if (!report.notes().isEmpty()) {
            out.append("<section>\n<h2>Notes</h2>\n<ul>\n");
            report.notes()
                    .forEach(note -> out.append("<li>").append(Markup.of(note)).append("</li>\n"));
            out.append("</ul>\n</section>\n");
        }
        return out.append("</main>\n</body>\n</html>\n").toString();
    }

    /** A table of the documents, with links to those of which there is something to say. */
    private static String contents(Report report) {
        boolean each = report.sections().stream().anyMatch(section -> section.verdict() != null);
        StringBuilder out = new StringBuilder("<table>\n<caption>Documents</caption>\n<thead><tr>"
                + "<th scope=\"col\">Document</th>"
                + (each ? "<th scope=\"col\">Verdict</th>" : "")
                + "<th scope=\"col\">Errors</th><th scope=\"col\">Warnings</th>"
                + "<th scope=\"col\">Info</th></tr></thead>\n<tbody>\n");
        int number = 0;
        for (Section section : report.sections()) {
            number++;
            String name = Markup.of(section.file());
            out.append("<tr><th scope=\"row\"><a href=\"#document-")
                    .append(number)
                    .append("\">");
            out.append(name).append("</a></th>").append(each ? cell(section.verdict()) : "");
            for (Severity severity : Severity.values()) {
                long count = section.entries().stream()
                        .filter(entry -> entry.severity() == severity)
                        .count();
                out.append("<td>").append(count).append("</td>");
            }
            out.append("</tr>\n");
        }
        return out.append("</tbody>\n</table>\n").toString();
    }

    private static String cell(@Nullable Verdict verdict) {
        return "<td>" + (verdict == null ? "" : verdict.passed() ? "Passed" : "Failed") + "</td>";
    }

    private static String section(Section section, int number, SourceLines lines) {
        StringBuilder out = new StringBuilder("<section id=\"document-");
        out.append(number).append("\">\n<h2>").append(Markup.of(section.file())).append("</h2>\n");
        Verdict verdict = section.verdict();
        if (verdict != null) {
            out.append("<p>").append(Markup.of(verdict.sentence())).append("</p>\n");
            if (!verdict.notes().isEmpty()) {
                out.append("<ul>\n");
                verdict.notes()
                        .forEach(note ->
                                out.append("<li>").append(Markup.of(note)).append("</li>\n"));
                out.append("</ul>\n");
            }
        } else if (section.entries().isEmpty()) {
            out.append("<p>Nothing to say that is not said above.</p>\n");
        }
        section.entries().forEach(entry -> out.append(article(entry, lines)));
        return out.append("</section>\n").toString();
    }

    private static String article(Entry entry, SourceLines lines) {
        StringBuilder out = new StringBuilder("<article class=\"");
        out.append(entry.severity().label()).append("\">\n<h3><span class=\"label\">");
        out.append(Markup.of(entry.label())).append("</span> ").append(Markup.of(entry.message()));
        out.append(" <code>").append(Markup.of(entry.code())).append("</code></h3>\n");
        out.append(place(entry.location(), "", lines));
        for (Related related : entry.related()) {
            out.append(place(related.location(), related.message(), lines));
        }
        out.append(remark("Where", entry.where())).append(remark("Hint", entry.hint()));
        return out.append("</article>\n").toString();
    }

    private static String place(Location location, String why, SourceLines lines) {
        String what = why.isEmpty() ? "" : ": " + Markup.of(why);
        StringBuilder out = new StringBuilder("<figure>\n<figcaption>");
        out.append(Markup.of(location.toString())).append(what).append("</figcaption>\n");
        CodeFrame.of(location, lines)
                .ifPresent(frame -> out.append("<pre><code><span class=\"line\">")
                        .append(frame.line())
                        .append("</span> ")
                        .append(Markup.of(frame.before()))
                        .append("<mark>")
                        .append(Markup.of(frame.marked()))
                        .append("</mark>")
                        .append(Markup.of(frame.after()))
                        .append("</code></pre>\n"));
        return out.append("</figure>\n").toString();
    }

    private static String remark(String name, @Nullable String text) {
        return text == null ? "" : "<p><strong>" + name + ":</strong> " + Markup.of(text) + "</p>\n";
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(HtmlReport.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
            <head>
            <meta charset="UTF-8" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            """;
}
