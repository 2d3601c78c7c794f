package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For comments on pull requests, in GitHub's Markdown. Shortened to what a comment may hold. */
final class MarkdownReport implements ReportFormat {
    /** GitHub refuses comments of more than 65,536 characters. */
    private static final int LONGEST = 60_000;

    /** What is a mark anywhere in a line; what is one at its beginning only never stands there. */
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]<>#|~&]");

    private static final Pattern EMOJI = Pattern.compile(":(?=[A-Za-z0-9_+-]+:)");
    private static final Pattern BACKTICKS = Pattern.compile("`+");

    @Override
    public String of(Report report) {
        SourceLines lines = report.sources().open();
        StringBuilder out = new StringBuilder();
        out.append("### ").append(report.passed() ? "Passed" : "Failed").append(": ");
        out.append(text(report.title()))
                .append("\n\n")
                .append(text(report.summary()))
                .append('\n')
                .append(table(report));
        List<Section> sections = report.distinctSections();
        int left = 0;
        for (Section section : sections) {
            boolean headed = false;
            for (Entry entry : section.entries()) {
                String item = (headed ? "" : "\n#### " + code(section.file()) + "\n") + item(entry, lines);
                if (left > 0 || out.length() + item.length() > LONGEST) {
                    left++;
                } else {
                    headed = true;
                    out.append(item);
                }
            }
        }
        for (Section section : sections) {
            Verdict verdict = section.verdict();
            if (verdict != null && !verdict.notes().isEmpty()) {
                StringBuilder notes = new StringBuilder("\n#### " + code(section.file()) + "\n\n");
                verdict.notes()
                        .forEach(note -> notes.append("- ").append(text(note)).append('\n'));
                out.append(out.length() + notes.length() > LONGEST ? "" : notes);
            }
        }
        if (left > 0) {
            out.append("\n_").append(left).append(" more, which a comment cannot hold._\n");
        }
        if (!report.notes().isEmpty()) {
            out.append('\n');
            report.notes().forEach(note -> out.append("- ").append(text(note)).append('\n'));
        }
        return out.toString();
    }

    /** A line for each document, where something is said of each; those that fail first. */
    private static String table(Report report) {
        List<Section> judged = report.sections().stream()
                .filter(section -> section.verdict() != null)
                .toList();
        StringBuilder out = new StringBuilder();
        int left = 0;
        for (boolean passed : new boolean[] {false, true}) {
            for (Section section : judged) {
                Verdict verdict = section.verdict();
                if (verdict == null || verdict.passed() != passed) {
                    continue;
                }
                String row = "| " + (passed ? ":white_check_mark:" : ":x:") + " | "
                        + code(section.file()).replace("|", "\\|") + " | "
                        + text(verdict.sentence().replace(section.file() + " ", "")) + " |\n";
                if (left > 0 || out.length() + row.length() > LONGEST / 2) {
                    left++;
                } else {
                    out.append(row);
                }
            }
        }
        String more = left == 0 ? "" : "\n_" + left + " more documents, which a comment cannot hold._\n";
        return judged.isEmpty() ? "" : "\n| | document | verdict |\n|---|---|---|\n" + out + more;
    }

    private static String item(Entry entry, SourceLines lines) {
        StringBuilder out = new StringBuilder("\n");
        out.append(sign(entry.severity()))
                .append(" **")
                .append(text(entry.label()))
                .append("** ");
        out.append(code(entry.code()))
                .append(": ")
                .append(text(entry.message()))
                .append("\n\n");
        String frames = TextReport.plain().details(entry, lines);
        String fence = "`".repeat(Math.max(3, longestBackticks(frames) + 1));
        return out.append(fence)
                .append("text\n")
                .append(frames)
                .append(fence)
                .append("\n")
                .toString();
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case ERROR -> ":x:";
            case WARNING -> ":warning:";
            case INFO -> ":information_source:";
        };
    }

    /** Text that shows as it is: nothing in it is a mark, a mention of someone or a reference to an issue. */
    private static String text(String text) {
        String escaped = SPECIAL.matcher(Printable.of(text))
                .replaceAll(found -> Matcher.quoteReplacement(escape(found.group())));
        // Only a break within the word keeps GitHub from telling whoever is called so.
        String quiet = escaped.replace("@", "@<!-- -->").replace("\\#", "\\#<!-- -->");
        return EMOJI.matcher(quiet).replaceAll(":<!-- -->");
    }

    private static String escape(String mark) {
        return switch (mark) {
            case "<" -> "&lt;";
            case ">" -> "&gt;";
            case "&" -> "&amp;";
            default -> "\\" + mark;
        };
    }

    private static String code(String text) {
        String shown = Printable.of(text);
        String fence = "`".repeat(longestBackticks(shown) + 1);
        String pad = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return fence + pad + shown + pad + fence;
    }

    private static int longestBackticks(String text) {
        return BACKTICKS
                .matcher(text)
                .results()
                .mapToInt(run -> run.end() - run.start())
                .max()
                .orElse(0);
    }
}
