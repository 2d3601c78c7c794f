package io.tidings.compat.report;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Report.Aside;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Verdict;
import io.tidings.asyncapi.report.SourceLines;
import io.tidings.asyncapi.report.Validation;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.Finding;
import io.tidings.compat.gate.Gated;
import io.tidings.compat.gate.Outcome;
import io.tidings.compat.gate.Outcome.Invalid;
import io.tidings.compat.gate.Outcome.Judged;
import io.tidings.compat.gate.Outcome.Unusable;
import io.tidings.compat.rule.BaseRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Puts the checks of several documents into one report: a verdict for each, and one over all. */
final class SeveralReports {

    /** So many documents can be named in a sentence. */
    private static final int MANY = 5;

    private SeveralReports() {}

    static Report of(Gated gated) {
        List<Section> sections = new ArrayList<>();
        List<Aside> asides = new ArrayList<>();
        for (Outcome outcome : gated.outcomes()) {
            if (outcome instanceof Judged judged) {
                Report one = Reports.check(judged.report(), judged.options());
                asides.addAll(one.asides());
                one.sections()
                        .forEach(section -> sections.add(section(outcome, section, sentence(judged), one.notes())));
            } else if (outcome instanceof Invalid invalid) {
                Report one = Validation.report(List.of(invalid.result()));
                String sentence = "FAIL: " + outcome.file() + " is not valid";
                one.sections().forEach(section -> sections.add(section(outcome, section, sentence, List.of())));
            } else if (outcome instanceof Unusable unusable) {
                Section section = new Section(outcome.file(), List.of(entry(unusable)));
                sections.add(
                        section(outcome, section, "ERROR: " + outcome.file() + " could not be checked", List.of()));
            }
        }
        sections.addAll(stale(gated));
        return new Report(
                "check",
                "Compatibility of " + gated.outcomes().size() + " documents",
                sections,
                List.of(),
                gated.passed(),
                gated.strict() ? Severity.WARNING : Severity.ERROR,
                summary(gated),
                code -> Reports.rule(code).or(() -> Validation.rule(code)),
                () -> sources(gated),
                () -> JsonReport.render(gated),
                asides);
    }

    private static Section section(Outcome outcome, Section section, String sentence, List<String> notes) {
        return new Section(section.file(), section.entries(), new Verdict(outcome.passed(), sentence, notes));
    }

    /** The conclusion names the file alone; of several, many have the same name. */
    private static String sentence(Judged judged) {
        String conclusion = judged.report().conclusion();
        String name = String.valueOf(Path.of(judged.file()).getFileName());
        int at = conclusion.indexOf(": ") + 2;
        return conclusion.startsWith(name, at)
                ? conclusion.substring(0, at) + judged.file() + conclusion.substring(at + name.length())
                : conclusion;
    }

    private static Entry entry(Unusable unusable) {
        return new Entry(
                BaseRules.UNUSABLE.id(),
                Severity.ERROR,
                Severity.ERROR.label(),
                unusable.reason(),
                Location.startOf(unusable.file()),
                "",
                null,
                BaseRules.UNUSABLE.hint(),
                List.of());
    }

    /** A section for each file of settings that several documents share. */
    private static List<Section> stale(Gated gated) {
        Map<String, List<Entry>> byFile = new LinkedHashMap<>();
        for (Finding finding : gated.stale()) {
            byFile.computeIfAbsent(finding.place().file(), file -> new ArrayList<>())
                    .add(Reports.entry(finding));
        }
        List<Section> sections = new ArrayList<>();
        byFile.forEach((file, entries) -> sections.add(new Section(file, entries)));
        return sections;
    }

    private static SourceLines sources(Gated gated) {
        SourceLines lines = SourceLines.ofFiles();
        for (Outcome outcome : gated.outcomes()) {
            if (outcome instanceof Judged judged) {
                judged.report().texts().forEach(lines::with);
            }
        }
        return lines;
    }

    private static String summary(Gated gated) {
        int all = gated.outcomes().size();
        List<String> failed = gated.outcomes().stream()
                .filter(outcome -> !outcome.passed() && !(outcome instanceof Unusable))
                .map(Outcome::file)
                .toList();
        List<String> unusable = gated.outcomes().stream()
                .filter(Unusable.class::isInstance)
                .map(Outcome::file)
                .toList();
        String unknown = unusable.isEmpty() ? "" : "; " + unusable.size() + " could not be checked: " + names(unusable);
        if (!failed.isEmpty()) {
            String fail = failed.size() == 1 ? " documents does" : " documents do";
            return "FAIL: " + failed.size() + " of " + all + fail + " not keep what the version promises: "
                    + names(failed) + unknown;
        }
        if (!unusable.isEmpty()) {
            return "FAIL: " + unknown.substring(2);
        }
        if (!gated.passed()) {
            return "FAIL: there are warnings about settings, and the check is strict";
        }
        return all == 1
                ? "PASS: the document keeps its promise"
                : "PASS: all " + all + " documents keep their promises";
    }

    private static String names(List<String> files) {
        String named = files.stream().limit(MANY).collect(Collectors.joining(", "));
        return files.size() <= MANY ? named : named + " and " + (files.size() - MANY) + " more";
    }
}
