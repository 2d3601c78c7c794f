package io.tidings.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The waits of several contenders over some rounds, as a table: of each quantile the rounds' median, and the range. */
public final class Quantiles {

    private final String title;
    private final Map<String, List<double[]>> rounds = new LinkedHashMap<>();

    public Quantiles(String title) {
        this.title = title;
    }

    /** The waits of a round, in ms, in any order; they are sorted here. */
    public void add(String name, double[] millis) {
        Arrays.sort(millis);
        rounds.computeIfAbsent(name, unused -> new ArrayList<>()).add(millis);
    }

    public List<String> lines(Collection<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-28s %8s %15s %8s %15s %8s",
                title,
                "p50 ms",
                "of the rounds",
                "p99 ms",
                "of the rounds",
                "longest"));
        for (String name : names) {
            double[] half = of(name, millis -> millis[millis.length / 2]);
            double[] nearlyAll = of(name, millis -> millis[(int) (millis.length * 0.99)]);
            double[] all = of(name, millis -> millis[millis.length - 1]);
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-26s %8.1f %15s %8.1f %15s %8.1f",
                    name,
                    half[half.length / 2],
                    range(half),
                    nearlyAll[nearlyAll.length / 2],
                    range(nearlyAll),
                    all[all.length - 1]));
        }
        return lines;
    }

    private double[] of(String name, ToDoubleFunction<double[]> what) {
        return rounds.getOrDefault(name, List.of()).stream()
                .mapToDouble(what)
                .sorted()
                .toArray();
    }

    private static String range(double[] sorted) {
        return String.format(Locale.ROOT, "%.1f to %.1f", sorted[0], sorted[sorted.length - 1]);
    }
}
