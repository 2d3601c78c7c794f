package io.tidings.site.diagram;

import io.tidings.site.html.Html;
import java.util.List;

/** The same for telephones: the application is a strip on the left, and all lanes stand beside it. */
final class NarrowFlow {
    private static final int WIDTH = 344;
    private static final int STRIP = 32;
    private static final int CHANNEL_AT = 84;
    private static final int CHANNEL = WIDTH - CHANNEL_AT - 2;
    private static final int LANE = 48;
    private static final int REPLY = 30;
    private static final int BETWEEN = 12;
    private static final int HEADING = 30;
    private static final int NAMED_EVERY = 560;

    private NarrowFlow() {}

    static Html of(String application, List<Lane> lanes) {
        Drawing drawing = new Drawing();
        int y = 2;
        for (List<Lane> group : FlowDiagram.groups(lanes)) {
            Lane first = group.get(0);
            drawing.label(
                    "heading", CHANNEL_AT, y + 18, Fit.end((first.outgoing() ? "to " : "from ") + first.peer(), 32));
            y += HEADING;
            for (Lane lane : group) {
                y = lane(drawing, lane, y) + BETWEEN;
            }
        }
        int height = Math.max(160, y);
        drawing.box("application", 2, 2, STRIP, height - 4);
        int names = Math.max(1, height / NAMED_EVERY);
        for (int i = 0; i < names; i++) {
            int middle = height * (2 * i + 1) / (2 * names);
            int letters = Math.max(8, height / names / 9);
            drawing.add(Drawing.text("title", 2 + STRIP / 2, middle, Fit.end(application, letters))
                    .attribute("transform", "rotate(-90 " + (2 + STRIP / 2) + " " + middle + ") translate(0 5)"));
        }
        return drawing.svg("flow narrow", WIDTH, height, "Who sends what to whom");
    }

    /** Draws one and says where it ends. */
    private static int lane(Drawing drawing, Lane lane, int y) {
        drawing.add(Boxes.channel(lane.channel(), lane.messages(), CHANNEL_AT, y, CHANNEL, LANE));
        arrow(drawing, "line", lane.outgoing(), y + LANE / 2);
        if (lane.reply() == null) {
            return y + LANE;
        }
        int below = y + LANE + 4;
        drawing.add(Boxes.reply(lane.reply(), CHANNEL_AT, below, CHANNEL, REPLY));
        arrow(drawing, "line back", !lane.outgoing(), below + REPLY / 2);
        return below + REPLY;
    }

    private static void arrow(Drawing drawing, String style, boolean away, int y) {
        drawing.arrow(style, away ? STRIP + 2 : CHANNEL_AT, away ? CHANNEL_AT : STRIP + 2, y);
    }
}
