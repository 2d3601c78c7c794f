package io.tidings.compat.report;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.compat.Finding;
import io.tidings.compat.landscape.ConsumerImpact;
import io.tidings.compat.landscape.ConsumerImpact.Meaning;
import io.tidings.compat.landscape.ConsumerImpact.Outcome;
import io.tidings.compat.landscape.ConsumerImpact.Told;
import io.tidings.compat.landscape.ImpactReport;
import io.tidings.compat.landscape.ImpactReport.Effect;
import io.tidings.compat.landscape.ImpactReport.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Puts what a change means to consumers into the form that all formats print. */
public final class ImpactReports {
    private ImpactReports() {}

    /**
     * A report, a section for each consumer.
     *
     * @param strict whether warnings, and what was broken before, fail too
     */
    public static Report report(ImpactReport impact, boolean strict) {
        Severity failsFrom = strict ? Severity.WARNING : Severity.ERROR;
        List<Section> sections = impact.consumers().stream()
                .map(consumer -> new Section(
                        consumer.service().file(),
                        consumer.findings().stream().map(ImpactReports::entry).toList()))
                .toList();
        boolean passed = sections.stream()
                .flatMap(section -> section.entries().stream())
                .noneMatch(entry -> entry.severity().compareTo(failsFrom) <= 0);
        List<String> notes = new ArrayList<>();
        impact.consumers().forEach(consumer -> notes.add(sentence(impact, consumer)));
        impact.changes().forEach(touch -> notes.add(sentence(touch)));
        ImpactReport.Base base = impact.base();
        return new Report(
                "impact",
                "Impact of " + impact.owner().name() + " " + impact.owner().version()
                        + (base == null ? "" : " since " + base.source() + " " + base.version()),
                sections,
                notes,
                passed,
                failsFrom,
                summary(impact, passed),
                LandscapeEntries::rule,
                Report.Sources.FILES,
                () -> ImpactJson.render(impact, passed));
    }

    private static Entry entry(Told told) {
        Severity severity = told.meaning() == Meaning.BREAKS ? Severity.ERROR : Severity.WARNING;
        String label = switch (told.meaning()) {
            case BREAKS -> "BREAKS";
            case BEFORE -> "broken before";
            case WARNS -> "warning";
        };
        return LandscapeEntries.entry(told.finding(), told.rule(), told.hint(), severity, label);
    }

    private static String sentence(ImpactReport impact, ConsumerImpact consumer) {
        String owner = impact.owner().name() + " " + impact.owner().version();
        String what = switch (consumer.outcome()) {
            case BREAKS -> "breaks";
            case BROKEN_BEFORE -> "does not work, with the version before either";
            case HOLDS -> impact.base() == null ? "works" : "uses what changed, and works";
            case UNTOUCHED -> "does not use what changed";
            case STRANGER -> "shares no channel with " + impact.owner().name();
        };
        String order = switch (consumer.upgrade()) {
            case BEFORE -> "; upgrade it before " + owner;
            case AFTER -> "; adopt the change only after " + owner;
            case TOGETHER -> "; no order of upgrades helps";
            case ANY -> "";
        };
        // Who uses a version of the owner's document is called after it.
        String version =
                consumer.service().counterpart() ? "" : " " + consumer.service().version();
        return consumer.service().name() + version + ": " + what + order;
    }

    /** One row of the table of changes and consumers: those that do not use what changed are left out. */
    private static String sentence(Touch touch) {
        List<String> parts = new ArrayList<>();
        String breaks = names(touch, Effect.BREAKS);
        String uses = names(touch, Effect.USES);
        if (!breaks.isEmpty()) {
            parts.add("breaks " + breaks);
        }
        if (!uses.isEmpty()) {
            parts.add("used by " + uses);
        }
        return change(touch.change()) + ": " + (parts.isEmpty() ? "used by nobody" : String.join("; ", parts));
    }

    /** A change in a few words. */
    static String change(Finding change) {
        StringBuilder out = new StringBuilder();
        out.append(change.impact().wire()).append(' ').append(change.rule());
        if (change.channel() != null) {
            out.append(" on ").append(change.channel());
        }
        if (change.message() != null) {
            out.append(", ").append(change.message());
        }
        return change.path().isEmpty()
                ? out.toString()
                : out.append(' ').append(change.path()).toString();
    }

    private static String names(Touch touch, Effect effect) {
        return String.join(
                ", ",
                touch.effects().entrySet().stream()
                        .filter(entry -> entry.getValue() == effect)
                        .map(Map.Entry::getKey)
                        .toList());
    }

    private static String summary(ImpactReport impact, boolean passed) {
        List<String> broken = impact.broken().stream()
                .map(consumer -> consumer.service().name())
                .toList();
        String owner = impact.owner().name() + " " + impact.owner().version();
        long known = impact.consumers().stream()
                .filter(consumer -> consumer.outcome() != Outcome.STRANGER)
                .count();
        String of = known + (known == 1 ? " consumer" : " consumers");
        if (broken.isEmpty()) {
            return (passed ? "PASS: " : "FAIL: ") + owner + " breaks none of " + of
                    + (passed ? "" : "; there are warnings, and the check is strict");
        }
        return "FAIL: " + owner + " breaks " + broken.size() + " of " + of + ": " + String.join(", ", broken);
    }
}
