package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.site.diagram.Fit;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Services and boxes, drawn. On a page they lead to where it tells of them. */
final class Nodes {
    /** Widths of letters, near enough in any sans-serif and monospaced font. */
    private static final int SERVICE_LETTERS = 21;

    private static final int BOX_LETTERS = 29;

    private final Drawn drawn;
    private final boolean linked;

    Nodes(Drawn drawn, boolean linked) {
        this.drawn = drawn;
        this.linked = linked;
    }

    /** How lines name what they join. */
    static String id(Node node) {
        return (node.kind() == Node.Kind.SERVICE ? "s" : "b") + node.index();
    }

    Html of(Node node) {
        Box box = node.box();
        return box == null ? service(node) : box(node, box);
    }

    private Element service(Node node) {
        List<LandscapeFinding> findings = drawn.findings(node.name());
        long errors = Drawn.count(findings, Severity.ERROR);
        long warnings = Drawn.count(findings, Severity.WARNING);
        String version = drawn.described(node.name()).version();
        int top = top(node);
        String state = errors > 0 ? "error" : warnings > 0 ? "warning" : "";
        String said = errors + warnings == 0
                ? ""
                : ": " + errors + (errors == 1 ? " error, " : " errors, ") + warnings
                        + (warnings == 1 ? " warning" : " warnings");
        Element shape = holder(node, drawn.service(node.name()), "service " + state)
                .add(
                        Html.tag("title").text(node.name() + " " + version + said),
                        rectangle("card", node.x(), top, node.width(), node.height(), 8),
                        text("name", node.x() + 14, top + 24, Fit.end(node.name(), SERVICE_LETTERS)),
                        text("version", node.x() + 14, top + 42, Fit.end(version, SERVICE_LETTERS)));
        if (!state.isEmpty()) {
            int x = node.x() + node.width() - 8;
            shape.add(
                    Html.tag("circle")
                            .style("badge")
                            .attribute("cx", x)
                            .attribute("cy", top + 6)
                            .attribute("r", 11),
                    text("count", x, top + 10, Long.toString(errors > 0 ? errors : warnings)));
        }
        return shape;
    }

    private Element box(Node node, Box box) {
        int top = top(node);
        Severity worst = box.worst();
        String state = worst == null || worst == Severity.INFO
                ? ""
                : " " + worst.name().toLowerCase(Locale.ROOT);
        String all = box.lines().stream()
                .map(line -> line.address()
                        + (line.reply() == null ? "" : ", answered on " + line.reply())
                        + (line.messages().isEmpty() ? "" : ": " + String.join(", ", line.messages())))
                .collect(Collectors.joining("\n"));
        Element shape = holder(
                        node,
                        drawn.channel(box.lines().get(0).address()),
                        "box" + (box.lonely() ? " lonely" : "") + state)
                .add(
                        Html.tag("title").text(all),
                        rectangle("card", node.x(), top, node.width(), node.height(), 6),
                        rectangle("accent", node.x(), top, 4, node.height(), 2));
        int shown = Math.min(box.lines().size(), Sizes.MOST_LINES);
        int y = top + 20;
        for (Box.Line line : box.lines().subList(0, shown)) {
            shape.add(text("address", node.x() + 14, y, Fit.middle(line.address(), BOX_LETTERS)));
            y += Sizes.LINE_HEIGHT;
            String reply = line.reply();
            if (reply != null) {
                shape.add(text("reply", node.x() + 14, y, "\u21a9 " + Fit.middle(reply, BOX_LETTERS - 2)));
                y += Sizes.LINE_HEIGHT;
            }
        }
        int more = box.lines().size() - shown;
        return more == 0 ? shape : shape.add(text("reply", node.x() + 14, y, "and " + more + " more"));
    }

    private Element holder(Node node, String anchor, String style) {
        Element holder = linked ? Html.tag("a").attribute("href", "#" + anchor) : Html.tag("g");
        return holder.style("node " + style.strip()).attribute("data-id", id(node));
    }

    private static int top(Node node) {
        return (int) Math.round(node.y() - node.height() / 2.0);
    }

    private static Element rectangle(String style, int x, int y, int width, int height, int round) {
        return Html.tag("rect")
                .style(style)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height)
                .attribute("rx", round);
    }

    private static Element text(String style, int x, int y, String text) {
        return Html.tag("text").style(style).attribute("x", x).attribute("y", y).text(text);
    }
}
