package io.tidings.asyncapi.report;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import io.tidings.asyncapi.source.Location;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** For people: each entry with its place, the source around it and a hint, and a last line that sums up. */
public final class TextReport implements ReportFormat {
    private final Style style;

    private TextReport(Style style) {
        this.style = style;
    }

    /** Without colours. */
    public static TextReport plain() {
        return new TextReport(Style.PLAIN);
    }

    /** With the colours of a terminal. */
    public static TextReport coloured() {
        return new TextReport(Style.ANSI);
    }

    /** What reading documents said. */
    public String of(List<ReadResult> results) {
        return of(Validation.report(results));
    }

    @Override
    public String of(Report report) {
        SourceLines lines = report.sources().open();
        StringBuilder out = new StringBuilder();
        for (Section section : report.distinctSections()) {
            section.entries()
                    .forEach(entry -> out.append(paragraph(entry, lines)).append('\n'));
            out.append(verdict(section.verdict()));
        }
        report.notes().forEach(note -> out.append(Printable.of(note)).append('\n'));
        out.append(report.notes().isEmpty() ? "" : "\n");
        return out.append(Printable.of(report.summary())).append('\n').toString();
    }

    private static String verdict(@Nullable Verdict verdict) {
        StringBuilder out = new StringBuilder();
        if (verdict != null) {
            verdict.notes().forEach(note -> out.append(Printable.of(note)).append('\n'));
            out.append(Printable.of(verdict.sentence())).append("\n\n");
        }
        return out.toString();
    }

    /** One entry; each of its lines is ended. */
    public String paragraph(Entry entry, SourceLines lines) {
        String head = entry.label() + "[" + Printable.of(entry.code()) + "]";
        return style.severity(entry.severity(), head)
                + style.strong(": " + Printable.of(entry.message()))
                + "\n"
                + details(entry, lines);
    }

    /** What stands below the first line of an entry; each line is ended. */
    public String details(Entry entry, SourceLines lines) {
        String margin = margin(entry);
        StringBuilder out = new StringBuilder();
        out.append(margin).append(style.frame("--> ")).append(place(entry.location()));
        out.append('\n').append(frame(entry.location(), lines, margin, "^", ""));
        for (Related related : entry.related()) {
            String why = " " + Printable.of(related.message());
            String frame = frame(related.location(), lines, margin, "-", why);
            out.append(margin).append(style.frame("::: ")).append(place(related.location()));
            out.append(frame.isEmpty() ? why : "").append('\n').append(frame);
        }
        out.append(remark(margin, "where", entry.where()));
        out.append(remark(margin, "hint", entry.hint()));
        return out.toString();
    }

    private static String place(Location location) {
        return Printable.of(location.toString());
    }

    private String remark(String margin, String name, @Nullable String text) {
        return text == null ? "" : margin + style.frame(" = ") + name + ": " + Printable.of(text) + "\n";
    }

    private String frame(Location place, SourceLines lines, String margin, String caret, String why) {
        return CodeFrame.of(place, lines)
                .map(frame -> {
                    String number = Integer.toString(frame.line());
                    String gutter = " ".repeat(Math.max(0, margin.length() - number.length())) + number;
                    String bar = style.frame(margin + " |");
                    String line = style.frame(gutter + " |") + (" " + frame.text()).stripTrailing();
                    String carets = caret.repeat(frame.length());
                    return bar + "\n" + line + "\n" + bar + " " + " ".repeat(frame.indent()) + carets + why + "\n";
                })
                .orElse("");
    }

    /** As wide as the widest line number of the paragraph, so that its bars stand below each other. */
    private static String margin(Entry entry) {
        int widest = entry.related().stream()
                .mapToInt(related -> related.location().line())
                .reduce(entry.location().line(), Math::max);
        return " ".repeat(Integer.toString(widest).length());
    }
}
