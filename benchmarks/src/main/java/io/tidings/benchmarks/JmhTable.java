package io.tidings.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.ListStatistics;

/** JMH's results as tables: one for each kind of work, a line for each peer, both passes together. */
final class JmhTable {

    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private final Map<String, ListStatistics> times = new LinkedHashMap<>();
    private final Map<String, ListStatistics> bytes = new LinkedHashMap<>();

    private JmhTable() {}

    static List<String> of(Collection<RunResult> results) {
        Map<String, JmhTable> tables = new LinkedHashMap<>();
        for (RunResult result : results) {
            BenchmarkParams params = result.getParams();
            String method =
                    params.getBenchmark().substring(params.getBenchmark().lastIndexOf('.') + 1);
            boolean serde = params.getParamsKeys().contains("peer");
            String threads = params.getThreads() == 1 ? "" : ", shared by " + params.getThreads() + " threads";
            String title = serde ? params.getParam("size") + " " + method + threads : "READING";
            String name = serde ? params.getParam("peer") : method;
            tables.computeIfAbsent(title, unused -> new JmhTable()).add(name, result);
        }
        List<String> lines = new ArrayList<>();
        tables.forEach((title, table) -> lines.addAll(table.lines(title)));
        return lines;
    }

    private void add(String name, RunResult result) {
        for (BenchmarkResult fork : result.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                add(times, name, iteration.getPrimaryResult().getScore());
                for (String label : iteration.getSecondaryResults().keySet()) {
                    if (label.endsWith(ALLOCATION)) {
                        add(
                                bytes,
                                name,
                                iteration.getSecondaryResults().get(label).getScore());
                    }
                }
            }
        }
    }

    private static void add(Map<String, ListStatistics> where, String name, double value) {
        where.computeIfAbsent(name, unused -> new ListStatistics()).addValue(value);
    }

    private List<String> lines(String title) {
        // The peer to compare with, where it takes part.
        String reference = times.containsKey("confluent")
                ? "confluent"
                : times.keySet().iterator().next();
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT, "%-32s %12s %12s %8s %12s %8s", title, "median ns", "best ns", "times", "bytes", "share"));
        for (String name : times.keySet()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-30s %12.0f %12.0f %8.2f %12.0f %8.2f",
                    name,
                    median(times, name),
                    best(name),
                    median(times, reference) / median(times, name),
                    median(bytes, name),
                    median(bytes, name) / median(bytes, reference)));
        }
        return lines;
    }

    private double best(String name) {
        return Objects.requireNonNull(times.get(name)).getMin();
    }

    private static double median(Map<String, ListStatistics> where, String name) {
        ListStatistics all = where.get(name);
        return all == null ? Double.NaN : all.getPercentile(50);
    }
}
