package io.tidings.compat.report;

import io.tidings.asyncapi.source.Location;
import io.tidings.compat.CheckReport;
import io.tidings.compat.Finding;
import io.tidings.compat.gate.Gated;
import io.tidings.compat.gate.Outcome;
import io.tidings.compat.policy.Suppression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs: the contract of {@code tidings check} and {@code tidings diff}. What is absent is null. */
public final class JsonReport {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private JsonReport() {}

    /** All of a check. */
    public static String render(CheckReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.putAll(check(report));
        return MAPPER.writeValueAsString(json) + "\n";
    }

    /** The check of several documents: what each says of itself is what its own check would say. */
    static String render(Gated gated) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.put(
                "documents", gated.outcomes().stream().map(JsonReport::document).toList());
        json.put("verdict", gated.passed() ? "pass" : gated.complete() ? "fail" : "error");
        if (!gated.stale().isEmpty()) {
            json.put("findings", findings(gated.stale()));
        }
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> document(Outcome outcome) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("file", outcome.file());
        head.put("version", null);
        json.put("head", head);
        if (outcome instanceof Outcome.Judged judged) {
            return check(judged.report());
        } else if (outcome instanceof Outcome.Invalid invalid) {
            json.put("verdict", "fail");
            json.put(
                    "diagnostics",
                    io.tidings.asyncapi.report.JsonReport.file(invalid.result()).get("diagnostics"));
        } else if (outcome instanceof Outcome.Unusable unusable) {
            json.put("verdict", "error");
            json.put("error", unusable.reason());
        }
        return json;
    }

    private static Map<String, @Nullable Object> check(CheckReport report) {
        Map<String, @Nullable Object> json = documents(report);
        json.put("declared", report.declared().label());
        json.put("required", report.required().label());
        json.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT));
        json.put("upgradeOrder", orders(report));
        json.put("findings", findings(report.findings()));
        json.put(
                "suppressed",
                report.suppressed().stream().map(JsonReport::suppressed).toList());
        if (!report.known().isEmpty()) {
            json.put("known", findings(report.known()));
        }
        return json;
    }

    /** The differences without the gate: nothing is said of the version. */
    public static String renderDifferences(CheckReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("formatVersion", 1);
        json.putAll(documents(report));
        json.put("required", report.required().label());
        json.put("upgradeOrder", orders(report));
        json.put("findings", findings(Differences.of(report)));
        return MAPPER.writeValueAsString(json) + "\n";
    }

    private static Map<String, @Nullable Object> documents(CheckReport report) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("head", report.head());
        json.put("bases", report.bases());
        json.put("notes", report.notes());
        return json;
    }

    private static List<Map<String, String>> orders(CheckReport report) {
        return report.upgradeOrder().stream()
                .map(order -> Map.of(
                        "channel", order.channel(), "order", order.order().label()))
                .map(order -> (Map<String, String>) new TreeMap<>(order))
                .toList();
    }

    private static List<Map<String, @Nullable Object>> findings(List<Finding> findings) {
        return findings.stream().map(JsonReport::finding).toList();
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, String> impact = new LinkedHashMap<>();
        impact.put("wire", finding.impact().wire().label());
        impact.put("source", finding.impact().source().label());
        json.put("rule", finding.rule());
        json.put("impact", impact);
        json.put("warning", finding.warning());
        json.put("role", finding.role());
        json.put("channel", finding.channel());
        json.put("operation", finding.operation());
        json.put("message", finding.message());
        json.put("path", finding.path());
        json.put("base", place(finding.base()));
        json.put("head", place(finding.head()));
        json.put("reason", finding.reason());
        json.put("hint", finding.hint());
        return json;
    }

    /** As a finding, and who let it pass until when. */
    private static Map<String, @Nullable Object> suppressed(CheckReport.Suppressed suppressed) {
        Map<String, @Nullable Object> json = finding(suppressed.finding());
        json.put("suppression", suppression(suppressed.by()));
        return json;
    }

    static Map<String, @Nullable Object> suppression(Suppression by) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reason", by.reason());
        json.put("until", by.until().toString());
        json.put("place", place(by.location()));
        return json;
    }

    private static @Nullable Map<String, Object> place(@Nullable Location location) {
        if (location == null) {
            return null;
        }
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("file", location.file());
        place.put("line", location.line());
        place.put("column", location.column());
        return place;
    }
}
