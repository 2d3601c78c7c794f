package io.tidings.site.diagram;

import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.List;

/** One application, its channels, and who is at their other ends; for wide screens and for narrow ones. */
public final class FlowDiagram {
    private static final int PEER = 124;
    private static final int GAP = 44;
    private static final int CHANNEL = 216;
    private static final int APPLICATION = 104;
    private static final int SIDE = PEER + GAP + CHANNEL + GAP;

    private static final int LANE = 48;
    private static final int REPLY = 30;
    private static final int BETWEEN = 12;
    private static final int GROUPS = 24;
    private static final int MARGIN = 8;
    /** The name of the application is repeated so often that one is in sight. */
    private static final int NAMED_EVERY = 600;

    private final String application;
    private final List<Lane> incoming;
    private final List<Lane> outgoing;

    private FlowDiagram(String application, List<Lane> lanes) {
        this.application = application;
        this.incoming = lanes.stream().filter(lane -> !lane.outgoing()).toList();
        this.outgoing = lanes.stream().filter(Lane::outgoing).toList();
    }

    /** Draws lanes; those of one peer have to be neighbours. */
    public static Html of(String application, List<Lane> lanes) {
        FlowDiagram diagram = new FlowDiagram(application, lanes);
        return Html.all(diagram.wide(), NarrowFlow.of(application, lanes));
    }

    private Html wide() {
        int height = Math.max(160, Math.max(height(incoming), height(outgoing)));
        int left = incoming.isEmpty() ? 0 : SIDE;
        int width = MARGIN * 2 + left + APPLICATION + (outgoing.isEmpty() ? 0 : SIDE);
        Drawing drawing = new Drawing();
        int x = MARGIN + left;
        side(drawing, incoming, new Side(MARGIN, MARGIN + PEER + GAP, x, -1), height);
        side(drawing, outgoing, new Side(x + APPLICATION + GAP + CHANNEL + GAP, x + APPLICATION + GAP, x, 1), height);
        drawing.box("application", x, MARGIN, APPLICATION, height - MARGIN * 2);
        int names = Math.max(1, height / NAMED_EVERY);
        for (int i = 0; i < names; i++) {
            drawing.centered("title", x + APPLICATION / 2, height * (2 * i + 1) / (2 * names), 11, application);
        }
        return drawing.svg("flow wide", width, height, "Who sends what to whom");
    }

    /** Where the columns of one side begin; {@code direction} points away from the application. */
    private record Side(int peer, int channel, int application, int direction) {
        int inner() {
            return direction > 0 ? application + APPLICATION : application;
        }

        int channelNear() {
            return direction > 0 ? channel : channel + CHANNEL;
        }

        int channelFar() {
            return direction > 0 ? channel + CHANNEL : channel;
        }

        int outer() {
            return direction > 0 ? peer : peer + PEER;
        }
    }

    private static void side(Drawing drawing, List<Lane> lanes, Side side, int height) {
        int y = MARGIN + (height - height(lanes)) / 2;
        for (List<Lane> group : groups(lanes)) {
            int top = y;
            for (Lane lane : group) {
                lane(drawing, lane, side, y);
                y += height(lane) + BETWEEN;
            }
            int bottom = y - BETWEEN;
            drawing.box("peer", side.peer(), top, PEER, bottom - top);
            drawing.centered(
                    "peer-name",
                    side.peer() + PEER / 2,
                    (top + bottom) / 2,
                    15,
                    group.get(0).peer());
            y += GROUPS - BETWEEN;
        }
    }

    private static void lane(Drawing drawing, Lane lane, Side side, int y) {
        drawing.add(Boxes.channel(lane.channel(), lane.messages(), side.channel(), y, CHANNEL, LANE));
        arrows(drawing, "line", side, lane.outgoing(), y + LANE / 2);
        if (lane.reply() != null) {
            int below = y + LANE + 4;
            drawing.add(Boxes.reply(lane.reply(), side.channel(), below, CHANNEL, REPLY));
            arrows(drawing, "line back", side, !lane.outgoing(), below + REPLY / 2);
        }
    }

    /** From the application through the channel to the peer, or the other way. */
    private static void arrows(Drawing drawing, String style, Side side, boolean away, int y) {
        if (away) {
            drawing.arrow(style, side.inner(), side.channelNear(), y);
            drawing.arrow(style, side.channelFar(), side.outer(), y);
        } else {
            drawing.arrow(style, side.outer(), side.channelFar(), y);
            drawing.arrow(style, side.channelNear(), side.inner(), y);
        }
    }

    private static int height(List<Lane> lanes) {
        if (lanes.isEmpty()) {
            return 0;
        }
        int all = lanes.stream().mapToInt(lane -> height(lane) + BETWEEN).sum() - BETWEEN;
        return all + (groups(lanes).size() - 1) * (GROUPS - BETWEEN) + MARGIN * 2;
    }

    private static int height(Lane lane) {
        return LANE + (lane.reply() == null ? 0 : REPLY + 4);
    }

    /** Neighbours with the same peer. */
    static List<List<Lane>> groups(List<Lane> lanes) {
        List<List<Lane>> groups = new ArrayList<>();
        for (Lane lane : lanes) {
            List<Lane> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last != null
                    && last.get(0).peer().equals(lane.peer())
                    && last.get(0).outgoing() == lane.outgoing()) {
                last.add(lane);
            } else {
                groups.add(new ArrayList<>(List.of(lane)));
            }
        }
        return groups;
    }
}
