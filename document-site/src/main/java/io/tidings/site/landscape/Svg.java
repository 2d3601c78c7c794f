package io.tidings.site.landscape;

import io.tidings.site.html.Asset;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;

/** The drawing: lines below, what they join above them. */
final class Svg {
    static final Asset STYLE = Asset.named("landscape-drawing.css");

    private Svg() {}

    /** A file of its own, which brings its style along and leads nowhere. */
    static String file(Drawn drawn) {
        StringBuilder out = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        Layout layout = drawn.layout();
        Element paper = Html.tag("rect")
                .style("paper")
                .attribute("width", layout.width())
                .attribute("height", layout.height());
        of(drawn, false, STYLE.in("style"), paper).appendTo(out);
        return out.append('\n').toString();
    }

    /** Within a page, where everything is a link. */
    static Html inPage(Drawn drawn) {
        return of(drawn, true);
    }

    private static Element of(Drawn drawn, boolean linked, Html... first) {
        Layout layout = drawn.layout();
        Nodes nodes = new Nodes(drawn, linked);
        Ports ports = new Ports(layout.graph());
        return Html.tag("svg")
                .style("landscape")
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("viewBox", "0 0 " + layout.width() + " " + layout.height())
                .attribute("width", layout.width())
                .attribute("height", layout.height())
                .attribute("role", "group")
                .attribute("aria-label", "Who sends what to whom")
                .add(first)
                .add(
                        Html.tag("g")
                                .add(layout.graph().edges().stream().flatMap(edge -> Lines.of(edge, ports).stream())),
                        Html.tag("g").add(layout.graph().nodes().stream().map(nodes::of)));
    }
}
