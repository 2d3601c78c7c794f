package io.tidings.site.landscape;

import io.tidings.site.landscape.Graph.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;

/** Where lines begin and end: beside each other along the edge of what they join, in the order of where they lead. */
final class Ports {
    private static final double APART = 11;
    private static final int ROUND = 20;

    /** One end of a line, and the height of what comes next on its way. */
    private record End(Edge edge, boolean first, double next) {}

    private final IdentityHashMap<Edge, Long> starts = new IdentityHashMap<>();
    private final IdentityHashMap<Edge, Long> ends = new IdentityHashMap<>();

    Ports(Graph graph) {
        IdentityHashMap<Node, List<End>> before = new IdentityHashMap<>();
        IdentityHashMap<Node, List<End>> after = new IdentityHashMap<>();
        for (Edge edge : graph.edges()) {
            boolean right = edge.to().layer() > edge.from().layer();
            List<Node> bends = edge.bends();
            Node leftmost = right ? edge.from() : edge.to();
            Node rightmost = right ? edge.to() : edge.from();
            double next = (bends.isEmpty() ? rightmost : bends.get(0)).y();
            double last = (bends.isEmpty() ? leftmost : bends.get(bends.size() - 1)).y();
            after.computeIfAbsent(leftmost, node -> new ArrayList<>()).add(new End(edge, right, next));
            before.computeIfAbsent(rightmost, node -> new ArrayList<>()).add(new End(edge, !right, last));
        }
        before.forEach(this::spread);
        after.forEach(this::spread);
    }

    private void spread(Node node, List<End> side) {
        side.sort(Comparator.comparingDouble(End::next));
        double apart = Math.min(APART, (node.height() - ROUND) / (double) Math.max(1, side.size() - 1));
        for (int i = 0; i < side.size(); i++) {
            long y = Math.round(node.y() + (i - (side.size() - 1) / 2.0) * Math.max(0, apart));
            End end = side.get(i);
            (end.first() ? starts : ends).put(end.edge(), y);
        }
    }

    /** The height at which a line leaves. */
    long start(Edge edge) {
        return starts.getOrDefault(edge, Math.round(edge.from().y()));
    }

    /** The height at which it arrives. */
    long end(Edge edge) {
        return ends.getOrDefault(edge, Math.round(edge.to().y()));
    }
}
