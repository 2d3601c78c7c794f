package io.tidings.site.page;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.site.diagram.FlowDiagram;
import io.tidings.site.diagram.Lane;
import io.tidings.site.diagram.Lane.Stop;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.page.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The diagram, and a legend where it has several kinds of lines. */
final class FlowSection {
    static final String ID = "flow";

    private FlowSection() {}

    static Html of(Described page, Neighbours neighbours) {
        List<Lane> lanes = lanes(page, neighbours);
        if (lanes.isEmpty()) {
            return Html.NONE;
        }
        Element figure = Html.tag("figure")
                .style("diagram")
                .attribute("role", "group")
                .attribute("tabindex", "0")
                .attribute("aria-label", "Diagram of who sends what to whom")
                .add(FlowDiagram.of(page.title(), lanes));
        List<Html> content = new ArrayList<>(List.of(figure));
        if (lanes.stream().anyMatch(lane -> lane.reply() != null)) {
            content.add(Html.tag("p").style("quiet").text("Dashed lines are replies."));
        }
        return Parts.section(ID, "Who sends what to whom", content);
    }

    /** By direction, what comes in first, then by interaction, then by peer, then as the document has them. */
    private static List<Lane> lanes(Described page, Neighbours neighbours) {
        List<Operation> operations =
                new ArrayList<>(page.document().operations().values());
        operations.sort(Comparator.comparing((Operation operation) -> operation.action() == Action.SEND)
                .thenComparing(Interaction::of)
                .thenComparing(operation -> peer(neighbours, operation)));
        return operations.stream()
                .map(operation -> new Lane(
                        peer(neighbours, operation),
                        operation.action() == Action.SEND,
                        stop(page, operation.channel()),
                        operation.messages().stream()
                                .map(Message::name)
                                .distinct()
                                .toList(),
                        reply(page, operation)))
                .toList();
    }

    private static String peer(Neighbours neighbours, Operation operation) {
        List<Neighbour> known = neighbours.of(operation);
        return known.isEmpty()
                ? Interaction.of(operation).peers(operation.action())
                : known.stream().map(Neighbour::title).collect(Collectors.joining(", "));
    }

    private static Stop stop(Described page, Channel channel) {
        String address = channel.address();
        return new Stop(address == null ? channel.name() : address, "#" + page.id(channel));
    }

    private static @Nullable Stop reply(Described page, Operation operation) {
        Reply reply = operation.reply();
        if (reply == null) {
            return null;
        }
        Channel channel = reply.channel();
        if (channel == null || page.same(channel, operation.channel())) {
            return new Stop(channel == null ? "where the request says" : "same channel", "#" + page.id(operation));
        }
        return channel.address() == null ? new Stop(channel.name(), "#" + page.id(channel)) : stop(page, channel);
    }
}
