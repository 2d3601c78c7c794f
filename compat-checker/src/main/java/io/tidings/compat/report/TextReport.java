package io.tidings.compat.report;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.UpgradeOrder;
import io.tidings.compat.rule.Bump;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** For people: each finding with its places, the reason and the way out, and a last line with the verdict. */
public final class TextReport {

    private TextReport() {}

    /** All of a check. */
    public static String render(CheckReport report) {
        return paragraphs(report.findings()) + orders(report) + report.conclusion() + "\n";
    }

    /** The differences without the gate. */
    public static String renderDifferences(CheckReport report) {
        List<Finding> findings = Differences.of(report);
        String summary = findings.isEmpty()
                ? "No differences"
                : findings.size() + (findings.size() == 1 ? " difference" : " differences") + ", the largest "
                        + report.required();
        return paragraphs(findings) + orders(report) + summary + "\n";
    }

    private static String paragraphs(List<Finding> findings) {
        SourceFrame frames = new SourceFrame();
        StringBuilder out = new StringBuilder();
        findings.forEach(finding -> out.append(paragraph(finding, frames)).append('\n'));
        return out.toString();
    }

    private static String paragraph(Finding finding, SourceFrame frames) {
        String margin = margin(finding);
        StringBuilder out = new StringBuilder();
        out.append(level(finding))
                .append('[')
                .append(finding.rule())
                .append("]: ")
                .append(finding.reason())
                .append('\n');
        Location head = finding.head();
        Location base = finding.base();
        if (head != null) {
            out.append(margin).append("--> ").append(head).append('\n');
            out.append(frames.of(head, margin, '^'));
        }
        if (base != null) {
            out.append(margin).append("::: ").append(base).append(" in the base\n");
            out.append(head == null ? frames.of(base, margin, '-') : "");
        }
        String where = where(finding);
        if (!where.isEmpty()) {
            out.append(margin).append(" = where: ").append(where).append('\n');
        }
        return out.append(margin)
                .append(" = hint: ")
                .append(finding.hint())
                .append('\n')
                .toString();
    }

    private static String level(Finding finding) {
        if (finding.rule().startsWith("version-")) {
            return finding.warning() ? "warning" : "error";
        }
        return finding.impact().wire().name() + (finding.warning() ? ", warning" : "") + source(finding);
    }

    private static String source(Finding finding) {
        Bump source = finding.impact().source();
        return source.compareTo(finding.impact().wire()) > 0 ? " (" + source + " for generated code)" : "";
    }

    private static String where(Finding finding) {
        if (finding.channel() == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add("channel " + finding.channel());
        if (finding.operation() != null) {
            parts.add("operation " + finding.operation());
        }
        if (finding.message() != null) {
            parts.add("message " + finding.message());
        }
        if (!finding.path().isEmpty()) {
            parts.add("at " + finding.path());
        }
        parts.add("role " + finding.role().toLowerCase(Locale.ROOT));
        return String.join(", ", parts);
    }

    private static String orders(CheckReport report) {
        StringBuilder out = new StringBuilder();
        for (UpgradeOrder order : report.upgradeOrder()) {
            String who = switch (order.order()) {
                case CONSUMERS_FIRST -> "consumers first";
                case PRODUCERS_FIRST -> "producers first";
                case ANY -> "in any order";
            };
            out.append("Upgrade ")
                    .append(who)
                    .append(" on channel ")
                    .append(order.channel())
                    .append('\n');
        }
        return out.isEmpty() ? "" : out.append('\n').toString();
    }

    private static String margin(Finding finding) {
        Location shown = finding.place();
        return " ".repeat(Integer.toString(shown.line()).length());
    }
}
