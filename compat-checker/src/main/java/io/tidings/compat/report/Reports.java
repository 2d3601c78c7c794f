package io.tidings.compat.report;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Report.Aside;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Standing;
import io.tidings.asyncapi.report.SourceLines;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckOptions;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.gate.Gated;
import io.tidings.compat.rule.Axis;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.GateRules;
import io.tidings.compat.rulebook.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what was found into the form that all formats print: each finding with its places, the reason and the way out. */
public final class Reports {

    /** So many bases can be named in a title. */
    private static final int MANY = 4;

    private Reports() {}

    /** All of a check that was made with these options. */
    public static Report check(CheckReport report, CheckOptions options) {
        return report(
                "check",
                report,
                options.axis(),
                report.findings(),
                report.passed(),
                options.strict() ? Severity.WARNING : Severity.ERROR,
                report.conclusion(),
                () -> JsonReport.render(report));
    }

    /** All of a check of several documents. */
    public static Report check(Gated gated) {
        return SeveralReports.of(gated);
    }

    /** The differences without the gate: none of them fails. */
    public static Report differences(CheckReport report) {
        List<Finding> findings = Differences.of(report);
        String summary = findings.isEmpty()
                ? "No differences"
                : findings.size() + (findings.size() == 1 ? " difference" : " differences") + ", the largest "
                        + report.required();
        return report(
                "diff",
                report,
                Axis.WIRE,
                findings,
                true,
                Severity.ERROR,
                summary,
                () -> JsonReport.renderDifferences(report));
    }

    private static Report report(
            String command,
            CheckReport report,
            Axis axis,
            List<Finding> findings,
            boolean passed,
            Severity failsFrom,
            String summary,
            Supplier<String> json) {
        Bump promised = passed ? Bump.MAJOR : report.declared();
        List<Entry> entries =
                findings.stream().map(finding -> entry(finding, axis, promised)).toList();
        return new Report(
                command,
                "Compatibility of " + report.head().file() + " " + report.head().version() + " with " + bases(report),
                List.of(new Section(report.head().file(), entries)),
                Remarks.of(report),
                passed,
                failsFrom,
                summary,
                Reports::rule,
                () -> {
                    SourceLines lines = SourceLines.ofFiles();
                    report.texts().forEach(lines::with);
                    return lines;
                },
                json,
                asides(report, axis, promised));
    }

    private static String bases(CheckReport report) {
        int count = report.bases().size();
        if (count == 0) {
            return "nothing: a first version";
        }
        return count > MANY
                ? count + " earlier versions"
                : report.bases().stream()
                        .map(base -> base.version() == null ? base.source() : base.source() + " " + base.version())
                        .collect(Collectors.joining(", "));
    }

    private static List<Aside> asides(CheckReport report, Axis axis, Bump promised) {
        Stream<Aside> suppressed = report.suppressed().stream()
                .map(one -> new Aside(
                        entry(one.finding(), axis, promised),
                        Standing.SUPPRESSED,
                        "until " + one.by().until() + ": " + one.by().reason()));
        Stream<Aside> known =
                report.known().stream().map(one -> new Aside(entry(one, axis, promised), Standing.KNOWN, ""));
        return Stream.concat(suppressed, known).toList();
    }

    static Optional<RuleText> rule(String code) {
        return Rules.all().stream()
                .filter(rule -> rule.id().equals(code))
                .findFirst()
                .map(rule -> new RuleText(rule.summary(), rule.hint()));
    }

    /** A finding of the gate, which requires no step. */
    static Entry entry(Finding finding) {
        return entry(finding, Axis.WIRE, Bump.MAJOR);
    }

    private static Entry entry(Finding finding, Axis axis, Bump promised) {
        Location head = finding.head();
        Location base = finding.base();
        List<Related> related = head == null || base == null ? List.of() : List.of(new Related(base, "in the base"));
        String where = where(finding);
        return new Entry(
                finding.rule(),
                severity(finding, axis, promised),
                label(finding),
                finding.reason(),
                finding.place(),
                "",
                where.isEmpty() ? null : where,
                finding.hint(),
                related);
    }

    /** What goes beyond the promise of the version is an error; the rest is worth a look, or a note. */
    private static Severity severity(Finding finding, Axis axis, Bump promised) {
        if (GateRules.contain(finding.rule())) {
            return ofGate(finding);
        }
        Bump impact = finding.impact().on(axis);
        if (impact.compareTo(promised) > 0) {
            return Severity.ERROR;
        }
        boolean look = finding.warning() || impact == Bump.MAJOR;
        return look ? Severity.WARNING : Severity.INFO;
    }

    private static String label(Finding finding) {
        if (GateRules.contain(finding.rule())) {
            return ofGate(finding).label();
        }
        return finding.impact().wire().name() + (finding.warning() ? ", warning" : "") + source(finding);
    }

    private static Severity ofGate(Finding finding) {
        if (finding.warning()) {
            return Severity.WARNING;
        }
        return GateRules.isNote(finding.rule()) ? Severity.INFO : Severity.ERROR;
    }

    private static String source(Finding finding) {
        Bump source = finding.impact().source();
        return source.compareTo(finding.impact().wire()) > 0 ? " (" + source + " for generated code)" : "";
    }

    private static String where(Finding finding) {
        List<String> parts = new ArrayList<>();
        if (finding.head() == null && finding.base() != null) {
            parts.add("in the base");
        }
        add(parts, "channel ", finding.channel());
        if (finding.channel() != null) {
            add(parts, "operation ", finding.operation());
            add(parts, "message ", finding.message());
            add(parts, "at ", finding.path().isEmpty() ? null : finding.path());
            add(parts, "role ", finding.role().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", parts);
    }

    private static void add(List<String> parts, String what, @Nullable String name) {
        if (name != null) {
            parts.add(what + name);
        }
    }
}
