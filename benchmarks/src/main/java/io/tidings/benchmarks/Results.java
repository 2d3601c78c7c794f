package io.tidings.benchmarks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The turns of several clients at one kind of work, as a table. */
public final class Results {

    private final String title;
    private final String peer;
    private final Map<String, List<Turn>> turns = new LinkedHashMap<>();

    /**
     * No turns yet.
     *
     * @param peer the client that all are compared with
     */
    public Results(String title, String peer) {
        this.title = title;
        this.peer = peer;
    }

    public void add(String name, Turn turn) {
        turns.computeIfAbsent(name, unused -> new ArrayList<>()).add(turn);
    }

    /** A line for each client, with ratios to the peer if it is there. */
    public List<String> lines(Collection<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-20s %10s %8s %10s %8s %12s %8s",
                title,
                "best/s",
                "times",
                "median/s",
                "times",
                "cpu us/msg",
                "times"));
        for (String name : names) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-18s %10.0f %8.2f %10.0f %8.2f %12.2f %8.2f",
                    name,
                    best(name),
                    best(name) / best(peer),
                    median(name, Turn::messagesPerSecond),
                    median(name, Turn::messagesPerSecond) / median(peer, Turn::messagesPerSecond),
                    median(name, Turn::cpuMicrosPerMessage),
                    median(name, Turn::cpuMicrosPerMessage) / median(peer, Turn::cpuMicrosPerMessage)));
        }
        return lines;
    }

    private double best(String name) {
        return of(name).stream().mapToDouble(Turn::messagesPerSecond).max().orElse(Double.NaN);
    }

    private double median(String name, ToDoubleFunction<Turn> what) {
        List<Double> sorted = of(name).stream()
                .map(what::applyAsDouble)
                .sorted(Comparator.naturalOrder())
                .toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private List<Turn> of(String name) {
        return turns.getOrDefault(name, List.of());
    }
}
