package io.tidings.asyncapi.report;

import io.tidings.asyncapi.ReadResult;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import java.io.IOException;
import java.util.List;

/** For people: each diagnostic with its place, the source around it and a hint, and a last line that sums up. */
public final class TextReport {
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

    public String of(List<ReadResult> results) {
        SourceLines lines = new SourceLines();
        StringBuilder out = new StringBuilder();
        for (ReadResult result : results) {
            result.diagnostics().forEach(diagnostic -> out.append(diagnostic(diagnostic, lines)));
        }
        return out.append(summary(results)).append('\n').toString();
    }

    public void write(List<ReadResult> results, Appendable out) throws IOException {
        out.append(of(results));
    }

    /** One diagnostic as a paragraph that ends with an empty line. */
    private String diagnostic(Diagnostic diagnostic, SourceLines lines) {
        CodeFrame frames = new CodeFrame(lines, style);
        String margin = margin(diagnostic);
        StringBuilder out = new StringBuilder();
        String head = diagnostic.severity().label() + "[" + diagnostic.code() + "]";
        out.append(style.severity(diagnostic.severity(), head))
                .append(style.strong(": " + diagnostic.message()))
                .append('\n');
        out.append(margin)
                .append(style.frame("--> "))
                .append(diagnostic.location())
                .append('\n');
        out.append(frames.of(diagnostic.location(), margin, "^"));
        for (Related related : diagnostic.related()) {
            out.append(margin)
                    .append(style.frame("::: "))
                    .append(related.location())
                    .append('\n');
            out.append(frames.of(related.location(), margin, "-").stripTrailing())
                    .append(' ')
                    .append(related.message())
                    .append('\n');
        }
        if (diagnostic.hint() != null) {
            out.append(margin)
                    .append(style.frame(" = "))
                    .append("hint: ")
                    .append(diagnostic.hint())
                    .append('\n');
        }
        return out.append('\n').toString();
    }

    /** As wide as the widest line number of the paragraph, so that its bars stand below each other. */
    private static String margin(Diagnostic diagnostic) {
        int widest = diagnostic.related().stream()
                .mapToInt(related -> related.location().line())
                .reduce(diagnostic.location().line(), Math::max);
        return " ".repeat(Integer.toString(widest).length());
    }

    private static String summary(List<ReadResult> results) {
        long invalid = results.stream().filter(result -> !result.valid()).count();
        String files = count(results.size(), "file") + ": " + (invalid == 0 ? "valid" : invalid + " invalid");
        return files + "; " + count(of(results, Severity.ERROR), "error") + ", "
                + count(of(results, Severity.WARNING), "warning") + ", " + of(results, Severity.INFO) + " info";
    }

    private static long of(List<ReadResult> results, Severity severity) {
        return results.stream()
                .flatMap(result -> result.diagnostics().stream())
                .filter(diagnostic -> diagnostic.severity() == severity)
                .count();
    }

    private static String count(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
