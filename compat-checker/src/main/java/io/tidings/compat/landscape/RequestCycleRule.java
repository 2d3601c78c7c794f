package io.tidings.compat.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Whether requests go round in a circle. Each circle is told once, from the service whose name comes first. */
final class RequestCycleRule implements LandscapeRule {

    @Override
    public void check(Landscape landscape, Consumer<LandscapeFinding> found) {
        Map<String, Map<String, Link>> asks = new TreeMap<>();
        for (Link link : landscape.links()) {
            if (link.isRequest()) {
                asks.computeIfAbsent(link.sender().service().name(), name -> new TreeMap<>())
                        .putIfAbsent(link.receiver().service().name(), link);
            }
        }
        for (String start : asks.keySet()) {
            List<Link> circle = shortest(start, asks);
            boolean first = circle.stream()
                    .allMatch(link -> start.compareTo(link.sender().service().name()) <= 0);
            if (!circle.isEmpty() && first) {
                found.accept(finding(circle));
            }
        }
    }

    /** The shortest way back to where it starts; empty where there is none. */
    private static List<Link> shortest(String start, Map<String, Map<String, Link>> asks) {
        Map<String, List<Link>> frontier = new LinkedHashMap<>(Map.of(start, List.of()));
        Set<String> seen = new HashSet<>();
        while (!frontier.isEmpty()) {
            Map<String, List<Link>> next = new LinkedHashMap<>();
            for (Map.Entry<String, List<Link>> way : frontier.entrySet()) {
                for (Link link : asks.getOrDefault(way.getKey(), Map.of()).values()) {
                    String to = link.receiver().service().name();
                    List<Link> longer = new ArrayList<>(way.getValue());
                    longer.add(link);
                    if (to.equals(start)) {
                        return longer;
                    }
                    if (seen.add(to)) {
                        next.put(to, longer);
                    }
                }
            }
            frontier = next;
        }
        return List.of();
    }

    private static LandscapeFinding finding(List<Link> circle) {
        StringBuilder round = new StringBuilder();
        circle.forEach(link -> round.append(link.sender().service().name()).append(" asks "));
        LandscapeFinding finding = LandscapeFinding.of(
                SystemRule.SYSTEM_REQUEST_CYCLE,
                Severity.INFO,
                round + circle.get(0).sender().service().name() + ": a circle of requests");
        for (Link link : circle) {
            finding = finding.at(
                    link.sender().service(), link.sender().operation().location(), "asks here");
        }
        return finding;
    }
}
