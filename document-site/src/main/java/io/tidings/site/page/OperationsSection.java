package io.tidings.site.page;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.OperationExtension.Delivery;
import io.tidings.asyncapi.model.Reply;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.page.Neighbours.Neighbour;
import java.util.ArrayList;
import java.util.List;

/** What the application does. */
final class OperationsSection {
    static final String ID = "operations";

    private final Described page;
    private final Neighbours neighbours;

    private OperationsSection(Described page, Neighbours neighbours) {
        this.page = page;
        this.neighbours = neighbours;
    }

    static Html of(Described page, Neighbours neighbours) {
        OperationsSection section = new OperationsSection(page, neighbours);
        List<Html> cards = new ArrayList<>();
        for (Action action : Action.values()) {
            page.document().operations().values().stream()
                    .filter(operation -> operation.action() == action)
                    .forEach(operation -> cards.add(section.card(operation)));
        }
        return Parts.section(ID, "Operations", cards);
    }

    private Html card(Operation operation) {
        Interaction interaction = Interaction.of(operation);
        String id = page.id(operation);
        Element heading = Parts.heading("h3", id, operation.title() == null ? operation.name() : operation.title())
                .add(
                        Parts.badge(
                                operation.action().label(), operation.action() == Action.SEND ? "sends" : "receives"),
                        Parts.badge("style", interaction.label()));
        return Parts.card(id)
                .add(
                        heading,
                        Parts.prose(operation.summary(), operation.description()),
                        Html.tag("p").style("quiet").text(interaction.sentence(operation.action(), page.title())),
                        facts(operation),
                        Security.of(operation.node(), page.links()),
                        Bindings.of(operation.node(), page),
                        Parts.tags(operation.node(), page.links()));
    }

    private Html facts(Operation operation) {
        Element facts = Parts.facts();
        if (operation.title() != null) {
            Parts.fact(facts, "Name", Parts.code(operation.name()));
        }
        Parts.fact(facts, "Channel", page.link(operation.channel()));
        Parts.fact(facts, operation.messages().size() > 1 ? "Messages" : "Message", messages(operation.messages()));
        if (operation.reply() != null) {
            reply(facts, operation, operation.reply());
        }
        List<Neighbour> known = neighbours.of(operation);
        if (!known.isEmpty()) {
            Parts.fact(
                    facts,
                    operation.action() == Action.SEND ? "To" : "From",
                    Parts.commas(known.stream()
                            .map(neighbour -> Html.tag("a")
                                    .attribute("href", neighbour.page())
                                    .text(neighbour.title()))
                            .toList()));
        }
        if (operation.groupId() != null) {
            Parts.fact(facts, "Consumer group", Parts.code(operation.groupId()));
        }
        if (operation.clientId() != null) {
            Parts.fact(facts, "Client id", Parts.code(operation.clientId()));
        }
        if (operation.extension().delivery() == Delivery.SHARED) {
            Parts.fact(facts, "Delivery", "shared: whoever is free takes the next message, in no order");
        }
        if (operation.extension().replica() != null) {
            Parts.fact(
                    facts,
                    "Keeps",
                    ReplicasSection.link(page, operation.extension().replica().view()));
        }
        return facts;
    }

    private void reply(Element facts, Operation operation, Reply reply) {
        Channel channel = reply.channel();
        List<Html> where = new ArrayList<>();
        if (channel != null) {
            where.add(page.same(channel, operation.channel()) ? Html.text("the same channel") : page.link(channel));
        }
        if (reply.addressLocation() != null) {
            where.add(Html.all(Html.text("the address that stands in "), Parts.code(reply.addressLocation())));
        }
        Parts.fact(facts, "Reply to", where.isEmpty() ? Html.text("not said") : Parts.commas(where));
        if (!reply.messages().isEmpty()) {
            Parts.fact(facts, reply.messages().size() > 1 ? "Replies" : "Reply", messages(reply.messages()));
        }
    }

    private Html messages(List<Message> messages) {
        return messages.isEmpty()
                ? Html.text("none")
                : Parts.commas(messages.stream().map(page::link).toList());
    }
}
