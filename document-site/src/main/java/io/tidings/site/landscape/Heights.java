package io.tidings.site.landscape;

import java.util.List;

/**
 * Moves the nodes of each layer up and down, their order kept, so that lines are as level as can be: each node wishes to be
 * where its neighbours are on average, and those that would overlap meet in the middle of their wishes (isotonic regression, by
 * pooling adjacent violators).
 */
final class Heights {
    private static final int SWEEPS = 16;

    private Heights() {}

    static void level(List<List<Node>> layers) {
        layers.forEach(Heights::stack);
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            boolean forth = sweep % 2 == 0;
            for (int i = 0; i < layers.size(); i++) {
                place(layers.get(forth ? i : layers.size() - 1 - i), sweep, forth);
            }
        }
    }

    private static void stack(List<Node> layer) {
        double y = 0;
        for (Node node : layer) {
            node.y(y + node.height() / 2.0);
            y += node.height() + gap(node);
        }
        double middle = y / 2;
        layer.forEach(node -> node.y(node.y() - middle));
    }

    private static double gap(Node node) {
        return node.kind() == Node.Kind.BEND ? Sizes.BETWEEN_NODES / 2.0 : Sizes.BETWEEN_NODES;
    }

    private static void place(List<Node> layer, int sweep, boolean forth) {
        int size = layer.size();
        double[] offset = new double[size];
        double[] wish = new double[size];
        double[] weight = new double[size];
        for (int i = 0; i < size; i++) {
            Node node = layer.get(i);
            if (i > 0) {
                Node above = layer.get(i - 1);
                double gap = Math.max(gap(above), gap(node));
                offset[i] = offset[i - 1] + above.height() / 2.0 + gap + node.height() / 2.0;
            }
            wish[i] = wish(node, sweep, forth) - offset[i];
            // Long lines stay straight.
            weight[i] = node.kind() == Node.Kind.BEND
                    ? 4
                    : 1 + node.before().size() + node.after().size();
        }
        double[] found = Pools.level(wish, weight);
        for (int i = 0; i < size; i++) {
            layer.get(i).y(found[i] + offset[i]);
        }
    }

    /** First from one side only, at last from both. */
    private static double wish(Node node, int sweep, boolean forth) {
        List<Node> near = forth ? node.before() : node.after();
        List<Node> far = forth ? node.after() : node.before();
        boolean both = sweep >= SWEEPS / 2;
        double sum = 0;
        int number = 0;
        for (Node other : near) {
            sum += other.y();
            number++;
        }
        for (Node other : both || number == 0 ? far : List.<Node>of()) {
            sum += other.y();
            number++;
        }
        return number == 0 ? node.y() : sum / number;
    }
}
