package io.tidings.site.diagram;

import io.tidings.site.diagram.Lane.Stop;
import io.tidings.site.html.Html;
import java.util.List;

/** The box of a channel, which leads to where the page tells of it. */
final class Boxes {
    private Boxes() {}

    /** With the names of messages below its own. */
    static Html channel(Stop stop, List<String> messages, int x, int y, int width, int height) {
        int letters = width / 8;
        String names = String.join(", ", messages);
        return Html.tag("a")
                .attribute("href", stop.href())
                .add(
                        Html.tag("title").text(names.isEmpty() ? stop.label() : stop.label() + ": " + names),
                        Drawing.rectangle("channel", x, y, width, height),
                        Drawing.text("address", x + 10, y + 21, Fit.middle(stop.label(), letters)),
                        Drawing.text("names", x + 10, y + 38, Fit.list(messages, letters * 8 / 6)));
    }

    /** The one that replies take: smaller, since it belongs to the one above. */
    static Html reply(Stop stop, int x, int y, int width, int height) {
        return Html.tag("a")
                .attribute("href", stop.href())
                .add(
                        Html.tag("title").text("Replies: " + stop.label()),
                        Drawing.rectangle("channel answer", x, y, width, height),
                        Drawing.text("address", x + 10, y + 19, Fit.middle(stop.label(), width / 8)));
    }
}
