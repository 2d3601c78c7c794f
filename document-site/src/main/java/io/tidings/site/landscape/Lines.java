package io.tidings.site.landscape;

import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.landscape.Graph.Edge;
import java.util.ArrayList;
import java.util.List;

/** Lines with arrows: level through layers, curved between them. */
final class Lines {
    private static final int HEAD = 8;

    private Lines() {}

    static List<Html> of(Edge edge, Ports ports) {
        boolean right = edge.to().layer() > edge.from().layer();
        Node left = right ? edge.from() : edge.to();
        Node end = right ? edge.to() : edge.from();
        long first = right ? ports.start(edge) : ports.end(edge);
        long last = right ? ports.end(edge) : ports.start(edge);
        // A line ends where its head begins.
        int from = left.right() + (right ? 0 : HEAD - 1);
        int to = end.x() - (right ? HEAD - 1 : 0);
        StringBuilder path = new StringBuilder("M" + from + " " + first);
        int x = from;
        long y = first;
        for (Node bend : edge.bends()) {
            curve(path, x, y, bend.x(), y(bend));
            path.append('H').append(bend.right());
            x = bend.right();
            y = y(bend);
        }
        curve(path, x, y, to, last);
        List<Html> parts = new ArrayList<>();
        String style = edge.answered() ? "edge request" : "edge";
        parts.add(joined("path", style, edge).attribute("d", path.toString()));
        Node target = edge.to();
        int tip = right ? target.x() : target.right();
        int back = right ? -HEAD : HEAD;
        parts.add(joined("path", "head", edge)
                .attribute("d", "M" + tip + " " + ports.end(edge) + "l" + back + " -4.5v9z"));
        if (edge.answered()) {
            // The answer comes back along the same line.
            int other = right ? edge.from().right() : edge.from().x();
            parts.add(joined("path", "answer", edge)
                    .attribute(
                            "d",
                            "M" + (other - back) + " " + (ports.start(edge) - 4) + "l" + back + " 4l" + -back + " 4"));
        }
        return parts;
    }

    private static Element joined(String element, String style, Edge edge) {
        return Html.tag(element)
                .style(style)
                .attribute("data-from", Nodes.id(edge.from()))
                .attribute("data-to", Nodes.id(edge.to()));
    }

    private static void curve(StringBuilder path, int x, long y, int toX, long toY) {
        if (y == toY) {
            path.append('H').append(toX);
            return;
        }
        int middle = (x + toX) / 2;
        path.append('C').append(middle).append(' ').append(y).append(' ').append(middle);
        path.append(' ').append(toY).append(' ').append(toX).append(' ').append(toY);
    }

    private static long y(Node node) {
        return Math.round(node.y());
    }
}
