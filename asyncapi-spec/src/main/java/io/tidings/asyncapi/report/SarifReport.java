package io.tidings.asyncapi.report;

import io.tidings.asyncapi.diagnostic.Diagnostic.Related;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.report.Report.Aside;
import io.tidings.asyncapi.report.Report.RuleText;
import io.tidings.asyncapi.report.Report.Section;
import io.tidings.asyncapi.report.Report.Standing;
import io.tidings.asyncapi.source.Location;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * SARIF 2.1.0 (OASIS standard). Files are named relative to {@code SRCROOT}, which whoever uploads the report knows, so that
 * a report is the same wherever it was made.
 */
final class SarifReport implements ReportFormat {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final String ROOT = "SRCROOT";

    @Override
    public String of(Report report) {
        Map<String, Object> log = new LinkedHashMap<>();
        log.put(
                "$schema",
                "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        log.put("version", "2.1.0");
        log.put("runs", List.of(run(report)));
        return MAPPER.writeValueAsString(log) + "\n";
    }

    private static Map<String, Object> run(Report report) {
        List<Entry> entries = report.entries();
        List<Entry> told = new ArrayList<>(entries);
        report.asides().forEach(aside -> told.add(aside.entry()));
        Map<String, Severity> codes = new TreeMap<>();
        told.forEach(entry ->
                codes.merge(entry.code(), entry.severity(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        List<String> order = List.copyOf(codes.keySet());
        Map<String, Object> driver = new LinkedHashMap<>();
        driver.put("name", "tidings");
        driver.put(
                "rules",
                order.stream()
                        .map(code -> rule(code, codes.getOrDefault(code, Severity.ERROR), report))
                        .toList());
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("tool", Map.of("driver", driver));
        // Code scanning keeps the results of several tools and commands apart by this.
        run.put("automationDetails", Map.of("id", "tidings/" + report.command() + "/"));
        run.put("columnKind", "utf16CodeUnits");
        run.put(
                "originalUriBaseIds",
                Map.of(ROOT, Map.of("description", text("The folder in which tidings was started"))));
        run.put(
                "artifacts",
                report.sections().stream()
                        .map(Section::file)
                        .distinct()
                        .map(file -> Map.of("location", artifact(file)))
                        .toList());
        run.put("invocations", List.of(Map.of("executionSuccessful", true)));
        SourceLines lines = report.sources().open();
        run.put("results", results(report, entries, order, lines));
        return run;
    }

    private static List<Map<String, Object>> results(
            Report report, List<Entry> entries, List<String> order, SourceLines lines) {
        // A state belongs to each result of a run or to none (SARIF 2.1.0, 3.27.24).
        boolean compared = report.asides().stream().anyMatch(aside -> aside.standing() == Standing.KNOWN);
        List<Map<String, Object>> results = new ArrayList<>();
        for (Entry entry : entries) {
            Map<String, Object> result = result(entry, order.indexOf(entry.code()), lines);
            if (compared) {
                result.put("baselineState", "new");
            }
            results.add(result);
        }
        for (Aside aside : report.asides()) {
            Map<String, Object> result =
                    result(aside.entry(), order.indexOf(aside.entry().code()), lines);
            if (compared) {
                result.put("baselineState", "unchanged");
            }
            if (aside.standing() == Standing.SUPPRESSED) {
                Map<String, Object> suppression = new LinkedHashMap<>();
                suppression.put("kind", "external");
                suppression.put("status", "accepted");
                suppression.put("justification", aside.why());
                result.put("suppressions", List.of(suppression));
            }
            results.add(result);
        }
        return results;
    }

    private static Map<String, Object> rule(String code, Severity severity, Report report) {
        RuleText known = report.rules().of(code).orElseGet(() -> new RuleText(code.replace('-', ' '), ""));
        String help = known.help().isEmpty() ? known.summary() : known.help();
        Map<String, Object> rule = new LinkedHashMap<>();
        rule.put("id", code);
        rule.put("shortDescription", text(known.summary()));
        Map<String, Object> page = new LinkedHashMap<>(text(help));
        page.put("markdown", help);
        rule.put("help", page);
        rule.put("defaultConfiguration", Map.of("level", level(severity)));
        return rule;
    }

    private static Map<String, Object> result(Entry entry, int rule, SourceLines lines) {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("ruleId", entry.code());
        result.put("ruleIndex", rule);
        result.put("level", level(entry.severity()));
        result.put("message", text(message(entry)));
        Map<String, Object> place = place(entry.location(), lines);
        String logical = entry.where() == null ? entry.pointer() : entry.where();
        if (!logical.isEmpty()) {
            place.put("logicalLocations", List.of(Map.of("fullyQualifiedName", logical)));
        }
        result.put("locations", List.of(place));
        List<Map<String, Object>> related = new ArrayList<>();
        for (Related other : entry.related()) {
            Map<String, Object> location = new LinkedHashMap<>();
            location.put("id", related.size());
            location.putAll(place(other.location(), lines));
            location.put("message", text(other.message()));
            related.add(location);
        }
        if (!related.isEmpty()) {
            result.put("relatedLocations", related);
        }
        // Stays the same when lines above come and go, as long as the document's own names do.
        result.put("partialFingerprints", Map.of("codeAndPlace/v1", fingerprint(entry)));
        return result;
    }

    private static String fingerprint(Entry entry) {
        String identity = String.join(
                "\u0000", entry.code(), ArtifactUri.path(entry.location().file()), entry.pointer(), entry.message());
        return java.util
                .UUID
                .nameUUIDFromBytes(identity.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private static String message(Entry entry) {
        return entry.hint() == null ? entry.message() : entry.message() + "\nHint: " + entry.hint();
    }

    private static Map<String, Object> place(Location location, SourceLines lines) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("startLine", location.line());
        region.put("startColumn", location.column());
        CodeFrame.of(location, lines)
                .filter(frame -> frame.units() > 0)
                .ifPresent(frame -> region.put("endColumn", location.column() + frame.units()));
        Map<String, Object> physical = new LinkedHashMap<>();
        physical.put("artifactLocation", artifact(location.file()));
        physical.put("region", region);
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("physicalLocation", physical);
        return place;
    }

    private static Map<String, Object> artifact(String file) {
        Map<String, Object> artifact = new LinkedHashMap<>();
        artifact.put("uri", ArtifactUri.uri(file));
        if (ArtifactUri.isRelative(file)) {
            artifact.put("uriBaseId", ROOT);
        }
        return artifact;
    }

    private static String level(Severity severity) {
        return severity == Severity.INFO ? "note" : severity.label();
    }

    private static Map<String, Object> text(String text) {
        return Map.of("text", text);
    }
}
