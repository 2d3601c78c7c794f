package io.tidings.site.landscape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Services and boxes, and which are joined.
 *
 * @param nodes services first
 * @param edges from a sender to a box, or from a box to a receiver
 */
record Graph(List<Node> nodes, List<Edge> edges) {

    /**
     * A line. Where it passes layers, its bends stand between its ends, in the order of the layers.
     *
     * @param answered whether replies come back along it
     */
    record Edge(Node from, Node to, boolean answered, List<Node> bends) {}

    static Graph of(List<String> services, List<Box> boxes) {
        List<Node> nodes = new ArrayList<>();
        Map<String, Node> byName = new HashMap<>();
        for (String service : services) {
            Node node = Node.service(nodes.size(), service);
            nodes.add(node);
            byName.put(service, node);
        }
        List<Edge> edges = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            Node node = Node.box(i, box);
            nodes.add(node);
            box.senders().forEach(name -> join(edges, byName.get(name), node, box));
            box.receivers().forEach(name -> join(edges, node, byName.get(name), box));
        }
        return new Graph(nodes, edges);
    }

    private static void join(
            List<Edge> edges,
            @org.jspecify.annotations.Nullable Node from,
            @org.jspecify.annotations.Nullable Node to,
            Box box) {
        if (from != null && to != null) {
            edges.add(new Edge(from, to, box.answered(), new ArrayList<>()));
        }
    }

    /** What hangs together, the largest first; parts of one size in the order of the landscape. */
    List<Graph> parts() {
        Map<Node, Set<Node>> part = new HashMap<>();
        nodes.forEach(node -> part.put(node, new LinkedHashSet<>(Set.of(node))));
        for (Edge edge : edges) {
            Set<Node> one = part.getOrDefault(edge.from(), Set.of());
            Set<Node> other = part.getOrDefault(edge.to(), Set.of());
            if (one != other) {
                Set<Node> large = one.size() >= other.size() ? one : other;
                Set<Node> small = large == one ? other : one;
                large.addAll(small);
                small.forEach(node -> part.put(node, large));
            }
        }
        Map<Node, List<Node>> members = new LinkedHashMap<>();
        IdentityHashMap<Set<Node>, Node> first = new IdentityHashMap<>();
        for (Node node : nodes) {
            Set<Node> mine = part.getOrDefault(node, Set.of());
            members.computeIfAbsent(first.computeIfAbsent(mine, none -> node), one -> new ArrayList<>())
                    .add(node);
        }
        return members.values().stream()
                .map(this::only)
                .sorted((one, other) ->
                        Integer.compare(other.nodes().size(), one.nodes().size()))
                .toList();
    }

    private Graph only(List<Node> some) {
        Set<Node> held = new LinkedHashSet<>(some);
        return new Graph(
                some, edges.stream().filter(edge -> held.contains(edge.from())).toList());
    }
}
