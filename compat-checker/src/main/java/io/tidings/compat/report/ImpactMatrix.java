package io.tidings.compat.report;

import io.tidings.compat.landscape.ConsumerImpact;
import io.tidings.compat.landscape.ImpactReport;
import io.tidings.compat.landscape.ImpactReport.Effect;
import io.tidings.compat.landscape.ImpactReport.Touch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Changes against consumers as a table: a row for each change, a column for each consumer. */
public final class ImpactMatrix {
    private ImpactMatrix() {}

    /** Comma-separated values (RFC 4180), for spreadsheets. */
    public static String csv(ImpactReport impact) {
        return rows(impact).stream()
                .map(row -> row.stream().map(ImpactMatrix::field).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** A table in Markdown. */
    public static String markdown(ImpactReport impact) {
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows(impact)) {
            boolean head = out.isEmpty();
            out.append(row.stream().map(ImpactMatrix::cell).collect(Collectors.joining(" | ", "| ", " |\n")));
            if (head) {
                out.append("|").append("---|".repeat(row.size())).append('\n');
            }
        }
        return out.toString();
    }

    private static List<List<String>> rows(ImpactReport impact) {
        List<String> names = impact.consumers().stream()
                .map(ConsumerImpact::service)
                .map(service -> service.name())
                .toList();
        List<List<String>> rows = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of("change"));
        head.addAll(names);
        rows.add(head);
        for (Touch touch : impact.changes()) {
            List<String> row = new ArrayList<>(List.of(ImpactReports.change(touch.change())));
            names.forEach(name -> row.add(word(touch.effects().getOrDefault(name, Effect.NONE))));
            rows.add(row);
        }
        return rows;
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case BREAKS -> "breaks";
            case USES -> "uses";
            case NONE -> "";
        };
    }

    /** A spreadsheet takes what begins with these for a formula. */
    private static String field(String text) {
        String safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    private static String cell(String text) {
        return text.replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1").replaceAll("\\s+", " ");
    }
}
