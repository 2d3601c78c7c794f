package io.tidings.site.page;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Keys;
import io.tidings.asyncapi.model.ChannelExtension.Retention;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.List;
import java.util.Map;

/** Where messages go. */
final class ChannelsSection {
    static final String ID = "channels";

    private static final Map<Retention, String> RETENTION = Map.of(
            Retention.TRANSIENT, "transient: only those who listen at the time receive a message",
            Retention.RETAINED, "retained: messages are kept for a time",
            Retention.COMPACTED, "compacted: the last message of each key is kept");

    private ChannelsSection() {}

    static Html of(Described page) {
        return Parts.section(
                ID,
                "Channels",
                page.document().channels().values().stream()
                        .map(channel -> card(page, channel))
                        .toList());
    }

    private static Html card(Described page, Channel channel) {
        String title = channel.title() == null ? channel.name() : channel.title();
        Element heading = Parts.heading("h3", page.id(channel), title);
        if (channel.extension().open()) {
            heading.add(Parts.badge("style", "more messages may come"));
        }
        return Parts.card(page.id(channel))
                .add(
                        heading,
                        Parts.prose(channel.summary(), channel.description()),
                        facts(page, channel),
                        parameters(page, channel),
                        Bindings.of(channel.node(), page),
                        Parts.tags(channel.node(), page.links()));
    }

    private static Html facts(Described page, Channel channel) {
        Element facts = Parts.facts();
        Parts.fact(
                facts,
                "Address",
                channel.address() == null ? Html.text("known at run time only") : Parts.code(channel.address()));
        if (!channel.messages().isEmpty()) {
            Parts.fact(
                    facts,
                    channel.messages().size() > 1 ? "Messages" : "Message",
                    Parts.commas(
                            channel.messages().values().stream().map(page::link).toList()));
        }
        List<Operation> operations = page.operationsOn(channel);
        if (!operations.isEmpty()) {
            Parts.fact(
                    facts,
                    operations.size() > 1 ? "Operations" : "Operation",
                    Parts.commas(operations.stream().map(page::link).toList()));
        }
        servers(page, channel, facts);
        if (channel.extension().retention() != null) {
            Parts.fact(facts, "Retention", RETENTION.get(channel.extension().retention()));
        }
        if (channel.extension().keys() == Keys.FRAMED) {
            Parts.fact(facts, "Keys", "bear the id of their schema");
        }
        return facts;
    }

    private static void servers(Described page, Channel channel, Element facts) {
        List<Html> servers = channel.node().array("servers").map(ArrayNode::items).orElse(List.of()).stream()
                .map(written -> server(page, written))
                .toList();
        if (!servers.isEmpty()) {
            Parts.fact(facts, servers.size() > 1 ? "Servers" : "Server", Parts.commas(servers));
        }
    }

    private static Html server(Described page, Node written) {
        Node node = page.links().follow(written);
        return page.document().servers().values().stream()
                .filter(server -> server.node() == node)
                .findFirst()
                .<Html>map(server ->
                        Html.tag("a").attribute("href", "#" + page.id(server)).text(server.name()))
                .orElseGet(() -> Html.text(
                        written instanceof ObjectNode reference
                                ? Pointers.last("/" + reference.string("$ref").orElse(""))
                                : ""));
    }

    private static Html parameters(Described page, Channel channel) {
        ObjectNode parameters =
                page.links().object(channel.node(), "parameters").orElse(null);
        if (parameters == null || parameters.members().isEmpty()) {
            return Html.NONE;
        }
        Element facts = Parts.facts();
        parameters
                .members()
                .values()
                .forEach(parameter -> Parts.fact(
                        facts, "{" + parameter.name() + "}", ServersSection.variable(parameter, page.links())));
        return Html.tag("div").style("binding").add(Html.tag("h4").text("Parameters"), facts);
    }
}
