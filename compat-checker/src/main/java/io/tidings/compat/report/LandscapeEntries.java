package io.tidings.compat.report;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.report.Entry;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.source.Location;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.LandscapeFinding.Spot;
import io.tidings.compat.landscape.SystemRule;
import io.tidings.compat.rulebook.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of several services, as reports and programs see it. */
final class LandscapeEntries {
    private LandscapeEntries() {}

    /** A finding of a landscape, weighed as the report weighs it. */
    static Entry entry(
            LandscapeFinding finding,
            String code,
            String hint,
            io.tidings.asyncapi.diagnostic.Severity severity,
            String label) {
        List<Related> related = finding.spots().stream()
                .skip(1)
                .map(spot -> new Related(spot.location(), spot.remark()))
                .toList();
        String where = where(finding);
        return new Entry(
                code,
                severity,
                label,
                finding.reason(),
                finding.place(),
                "",
                where.isEmpty() ? null : where,
                hint,
                related);
    }

    private static String where(LandscapeFinding finding) {
        List<String> parts = new ArrayList<>();
        if (finding.channel() != null) {
            parts.add("channel " + finding.channel());
        }
        if (finding.message() != null) {
            parts.add("message " + finding.message());
        }
        if (finding.path().startsWith("$")) {
            parts.add("at " + finding.path());
        }
        return String.join(", ", parts);
    }

    /** What a rule says of itself: of the landscape, or of the gate, whose word counts where documents say nothing. */
    static Optional<RuleText> rule(String code) {
        return SystemRule.named(code)
                .map(rule -> new RuleText(rule.summary(), rule.explanation() + ".\n\n" + rule.hint() + "."))
                .or(() -> Rules.all().stream()
                        .filter(rule -> rule.id().equals(code))
                        .findFirst()
                        .map(rule -> new RuleText(rule.summary(), rule.hint())));
    }

    static Map<String, @Nullable Object> json(LandscapeFinding finding, String code, String hint) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", code);
        json.put("severity", finding.severity().label());
        json.put("channel", finding.channel());
        json.put("message", finding.message());
        json.put("path", finding.path());
        json.put("reason", finding.reason());
        json.put("hint", hint);
        json.put("places", finding.spots().stream().map(LandscapeEntries::place).toList());
        return json;
    }

    private static Map<String, Object> place(Spot spot) {
        Location location = spot.location();
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("service", spot.service());
        place.put("file", location.file());
        place.put("line", location.line());
        place.put("column", location.column());
        place.put("remark", spot.remark());
        return place;
    }
}
