package io.tidings.site.landscape;

import java.util.ArrayList;
import java.util.List;

/**
 * Where everything is.
 *
 * @param graph all nodes and edges, placed
 */
record Layout(Graph graph, int width, int height) {

    /** Beyond this, parts that hang together with nothing else stand below each other. */
    private static final int ROW = 1400;

    private static final int BETWEEN_PARTS = 44;

    /** A part of the landscape that hangs together, its upper left corner at the origin. */
    private record Part(List<List<Node>> layers, int width, int height) {}

    static Layout of(Graph graph) {
        List<Part> parts = new ArrayList<>();
        graph.parts().forEach(part -> parts.add(part(part)));
        int widest = parts.stream().mapToInt(Part::width).max().orElse(0);
        int row = Math.max(ROW, widest);
        int x = 0;
        int y = 0;
        int deepest = 0;
        int right = 0;
        for (Part part : parts) {
            if (x > 0 && x + part.width() > row) {
                y += deepest + BETWEEN_PARTS;
                x = 0;
                deepest = 0;
            }
            move(part, x + Sizes.MARGIN, y + Sizes.MARGIN);
            right = Math.max(right, x + part.width());
            deepest = Math.max(deepest, part.height());
            x += part.width() + BETWEEN_PARTS;
        }
        return new Layout(graph, right + 2 * Sizes.MARGIN, y + deepest + 2 * Sizes.MARGIN);
    }

    private static Part part(Graph graph) {
        List<List<Node>> layers = Layers.of(graph);
        Crossings.reduce(layers);
        Heights.level(layers);
        double top = Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        int x = 0;
        for (List<Node> layer : layers) {
            int width = layer.stream().mapToInt(Node::width).max().orElse(0);
            for (Node node : layer) {
                node.x(node.kind() == Node.Kind.BEND ? x : x + (width - node.width()) / 2);
                node.span(width);
                top = Math.min(top, node.y() - node.height() / 2.0);
                bottom = Math.max(bottom, node.y() + node.height() / 2.0);
            }
            x += width + Sizes.BETWEEN_LAYERS;
        }
        for (List<Node> layer : layers) {
            for (Node node : layer) {
                node.y(node.y() - top);
            }
        }
        return new Part(layers, Math.max(0, x - Sizes.BETWEEN_LAYERS), (int) Math.ceil(bottom - top));
    }

    private static void move(Part part, int x, int y) {
        for (List<Node> layer : part.layers()) {
            for (Node node : layer) {
                node.x(node.x() + x);
                node.y(Math.rint(node.y() + y));
            }
        }
    }
}
