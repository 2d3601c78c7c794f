package io.tidings.site.diagram;

import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.List;

/** Boxes, lines and texts; coordinates in the units of the view box. Colours are the style sheet's. */
final class Drawing {
    private static final int HEAD = 7;

    private final List<Html> parts = new ArrayList<>();

    void box(String style, int x, int y, int width, int height) {
        parts.add(rectangle(style, x, y, width, height));
    }

    static Element rectangle(String style, int x, int y, int width, int height) {
        return Html.tag("rect")
                .style(style)
                .attribute("x", x)
                .attribute("y", y)
                .attribute("width", width)
                .attribute("height", height)
                .attribute("rx", 6);
    }

    /** A horizontal line with a head at its end. */
    void arrow(String style, int from, int to, int y) {
        int direction = to > from ? 1 : -1;
        String line = "M" + from + " " + y + "H" + (to - direction * HEAD);
        String head = "M" + to + " " + y + "l" + -direction * HEAD + " -4v8z";
        parts.add(Html.tag("path").style(style).attribute("d", line));
        parts.add(Html.tag("path").style(style + " head").attribute("d", head));
    }

    static Element text(String style, int x, int y, String text) {
        return Html.tag("text").style(style).attribute("x", x).attribute("y", y).text(text);
    }

    void label(String style, int x, int y, String text) {
        parts.add(text(style, x, y, text));
    }

    /** Words in the middle of a box, on as many lines as they need. */
    void centered(String style, int x, int y, int letters, String text) {
        List<String> lines = Fit.lines(text, letters, 4);
        int first = y - (lines.size() - 1) * 8 + 4;
        for (int i = 0; i < lines.size(); i++) {
            label(style, x, first + i * 16, lines.get(i));
        }
    }

    void add(Html part) {
        parts.add(part);
    }

    /** The whole. */
    Html svg(String style, int width, int height, String label) {
        return Html.tag("svg")
                .style(style)
                .attribute("xmlns", "http://www.w3.org/2000/svg")
                .attribute("viewBox", "0 0 " + width + " " + height)
                .attribute("width", width)
                .attribute("height", height)
                .attribute("role", "group")
                .attribute("aria-label", label)
                .add(parts.stream());
    }
}
