package io.tidings.site.diagram;

import io.tidings.site.diagram.Lane.Stop;
import io.tidings.site.html.Html;
import java.util.List;

/** Several applications: on the left who sends, on the right who receives, the channels between them. */
public final class SystemDiagram {
    private static final int WIDTH = 960;
    private static final int PEER = 220;
    private static final int GAP = 60;
    private static final int CHANNEL = WIDTH - 4 - 2 * (PEER + GAP);
    private static final int PEER_HEIGHT = 34;
    private static final int CHANNEL_HEIGHT = 48;
    private static final int BETWEEN = 16;

    private SystemDiagram() {}

    public static Html of(List<Route> routes) {
        Drawing drawing = new Drawing();
        int y = 2;
        for (Route route : routes) {
            int most = Math.max(
                    1, Math.max(route.senders().size(), route.receivers().size()));
            int height = Math.max(CHANNEL_HEIGHT, most * (PEER_HEIGHT + 6) - 6);
            int channel = 2 + PEER + GAP;
            drawing.add(Boxes.channel(route.channel(), route.messages(), channel, y, CHANNEL, height));
            peers(drawing, route.senders(), true, y, height);
            peers(drawing, route.receivers(), false, y, height);
            y += height + BETWEEN;
        }
        return drawing.svg("flow wide", WIDTH, y, "Who sends what to whom");
    }

    private static void peers(Drawing drawing, List<Stop> peers, boolean senders, int y, int height) {
        int x = senders ? 2 : WIDTH - 2 - PEER;
        int channelEdge = senders ? 2 + PEER + GAP : WIDTH - 2 - PEER - GAP;
        int all = peers.size() * (PEER_HEIGHT + 6) - 6;
        int top = y + (height - all) / 2;
        for (Stop peer : peers) {
            drawing.add(Html.tag("a")
                    .attribute("href", peer.href())
                    .add(
                            Drawing.rectangle("peer", x, top, PEER, PEER_HEIGHT),
                            Drawing.text("peer-name", x + PEER / 2, top + 22, Fit.end(peer.label(), 28))));
            int middle = top + PEER_HEIGHT / 2;
            drawing.arrow("line", senders ? x + PEER : channelEdge, senders ? channelEdge : x, middle);
            top += PEER_HEIGHT + 6;
        }
    }
}
