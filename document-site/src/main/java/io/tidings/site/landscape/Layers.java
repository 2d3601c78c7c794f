package io.tidings.site.landscape;

import io.tidings.site.landscape.Graph.Edge;
import io.tidings.site.landscape.Node.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts services into layers, so that most of what is sent goes to the right, and boxes between them. */
final class Layers {

    /** So many layers of services are never too many. */
    private static final int FEW = 6;

    /** How often one service sends to another. */
    private final Map<Node, Map<Node, Integer>> sends = new LinkedHashMap<>();

    private final Graph graph;

    private Layers(Graph graph) {
        this.graph = graph;
        Map<Node, List<Node>> senders = new HashMap<>();
        Map<Node, List<Node>> receivers = new LinkedHashMap<>();
        for (Edge edge : graph.edges()) {
            boolean out = edge.from().kind() == Kind.SERVICE;
            (out ? senders : receivers)
                    .computeIfAbsent(out ? edge.to() : edge.from(), box -> new ArrayList<>())
                    .add(out ? edge.from() : edge.to());
        }
        receivers.forEach((box, to) -> senders.getOrDefault(box, List.of())
                .forEach(from -> to.stream()
                        .filter(other -> other != from)
                        .forEach(other -> sends.computeIfAbsent(from, node -> new LinkedHashMap<>())
                                .merge(other, 1, Integer::sum))));
    }

    /** Decides the layer of each node, and makes a bend in each layer that an edge passes. */
    static List<List<Node>> of(Graph graph) {
        Layers layers = new Layers(graph);
        layers.services();
        layers.boxes();
        return layers.bends();
    }

    /** The longest way from the left, along what goes forward in an order with little that goes back. */
    private void services() {
        List<Node> order = order();
        for (Node from : order) {
            sends.getOrDefault(from, Map.of()).keySet().stream()
                    .filter(to -> order.indexOf(to) > order.indexOf(from))
                    .forEach(to -> to.layer(Math.max(to.layer(), from.layer() + 2)));
        }
        squeeze(order);
    }

    /** A long chain would be wider than anybody scrolls: then some that follow each other share a layer. */
    private static void squeeze(List<Node> services) {
        int levels = services.stream().mapToInt(Node::layer).max().orElse(0) / 2 + 1;
        int most = Math.max(FEW, (int) Math.ceil(Math.sqrt(services.size())));
        if (levels > most) {
            services.forEach(service -> service.layer(service.layer() / 2 * most / levels * 2));
        }
    }

    /** Eades, Lin and Smyth: who only receives goes last, who only sends first, else whoever sends most more than it gets. */
    private List<Node> order() {
        List<Node> open = new ArrayList<>(graph.nodes().stream()
                .filter(node -> node.kind() == Kind.SERVICE)
                .toList());
        List<Node> first = new ArrayList<>();
        List<Node> last = new ArrayList<>();
        while (!open.isEmpty()) {
            Node sink = open.stream()
                    .filter(node -> out(node, open) == 0)
                    .findFirst()
                    .orElse(null);
            if (sink != null) {
                open.remove(sink);
                last.add(sink);
                continue;
            }
            Node next = open.stream()
                    .max(Comparator.<Node>comparingInt(node -> out(node, open) - in(node, open))
                            .thenComparing(Node::index, Comparator.reverseOrder()))
                    .orElse(open.get(0));
            open.remove(next);
            first.add(next);
        }
        Collections.reverse(last);
        first.addAll(last);
        return first;
    }

    private int out(Node node, List<Node> among) {
        return sends.getOrDefault(node, Map.of()).entrySet().stream()
                .filter(entry -> among.contains(entry.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    private int in(Node node, List<Node> among) {
        return among.stream()
                .mapToInt(other -> sends.getOrDefault(other, Map.of()).getOrDefault(node, 0))
                .sum();
    }

    /** Between the services it joins, where its lines are shortest; what is alone stands on its side of the service. */
    private void boxes() {
        Map<Node, List<Integer>> joined = new HashMap<>();
        for (Edge edge : graph.edges()) {
            boolean out = edge.from().kind() == Kind.SERVICE;
            Node box = out ? edge.to() : edge.from();
            Node service = out ? edge.from() : edge.to();
            joined.computeIfAbsent(box, none -> new ArrayList<>()).add(service.layer());
        }
        joined.forEach((node, layers) -> {
            Collections.sort(layers);
            int low = layers.get(0);
            int high = layers.get(layers.size() - 1);
            int middle = layers.get(layers.size() / 2) - 1;
            Box box = node.box();
            boolean onlyReceived = box != null && box.senders().isEmpty();
            node.layer(low == high ? low + (onlyReceived ? -1 : 1) : Math.max(low + 1, Math.min(high - 1, middle)));
        });
    }

    private List<List<Node>> bends() {
        int least = graph.nodes().stream().mapToInt(Node::layer).min().orElse(0);
        graph.nodes().forEach(node -> node.layer(node.layer() - least));
        List<List<Node>> layers = new ArrayList<>();
        graph.nodes().forEach(node -> layer(layers, node.layer()).add(node));
        for (Edge edge : graph.edges()) {
            boolean right = edge.to().layer() > edge.from().layer();
            Node before = right ? edge.from() : edge.to();
            Node end = right ? edge.to() : edge.from();
            for (int i = before.layer() + 1; i < end.layer(); i++) {
                Node bend = Node.bend(i);
                layer(layers, i).add(bend);
                edge.bends().add(bend);
                join(before, bend);
                before = bend;
            }
            join(before, end);
        }
        return layers;
    }

    private static void join(Node left, Node right) {
        left.after().add(right);
        right.before().add(left);
    }

    private static List<Node> layer(List<List<Node>> layers, int number) {
        while (layers.size() <= number) {
            layers.add(new ArrayList<>());
        }
        return layers.get(number);
    }
}
