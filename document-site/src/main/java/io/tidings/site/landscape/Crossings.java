package io.tidings.site.landscape;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Orders the nodes of each layer so that few lines cross: each node goes to where its neighbours are on average, sweeping from
 * left to right and back; the best of all sweeps is kept.
 */
final class Crossings {
    private static final int SWEEPS = 24;

    private Crossings() {}

    static void reduce(List<List<Node>> layers) {
        layers.forEach(Crossings::number);
        long best = count(layers);
        List<List<Node>> kept = copy(layers);
        for (int sweep = 0; sweep < SWEEPS && best > 0; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 1; i < layers.size(); i++) {
                sort(layers.get(forth ? i : layers.size() - 1 - i), forth);
            }
            long now = count(layers);
            if (now < best) {
                best = now;
                kept = copy(layers);
            }
        }
        for (int i = 0; i < layers.size(); i++) {
            layers.set(i, kept.get(i));
            number(layers.get(i));
        }
    }

    private static List<List<Node>> copy(List<List<Node>> layers) {
        List<List<Node>> copy = new ArrayList<>();
        layers.forEach(layer -> copy.add(new ArrayList<>(layer)));
        return copy;
    }

    private static void number(List<Node> layer) {
        for (int i = 0; i < layer.size(); i++) {
            layer.get(i).place(i);
        }
    }

    private static void sort(List<Node> layer, boolean forth) {
        layer.sort(Comparator.comparingDouble(node -> average(node, forth ? node.before() : node.after())));
        number(layer);
    }

    private static double average(Node node, List<Node> neighbours) {
        return neighbours.stream().mapToInt(Node::place).average().orElse(node.place());
    }

    /** All crossings between neighbouring layers (Barth, Mutzel and Jünger: inversions, counted with a tree of sums). */
    static long count(List<List<Node>> layers) {
        long crossings = 0;
        for (int i = 0; i + 1 < layers.size(); i++) {
            int size = layers.get(i + 1).size();
            int[] sums = new int[size + 1];
            int seen = 0;
            for (Node node : layers.get(i)) {
                int[] ends =
                        node.after().stream().mapToInt(Node::place).sorted().toArray();
                for (int end : ends) {
                    crossings += seen - upTo(sums, end);
                }
                for (int end : ends) {
                    for (int at = end + 1; at <= size; at += at & -at) {
                        sums[at]++;
                    }
                    seen++;
                }
            }
        }
        return crossings;
    }

    private static int upTo(int[] sums, int end) {
        int sum = 0;
        for (int at = end + 1; at > 0; at -= at & -at) {
            sum += sums[at];
        }
        return sum;
    }
}
