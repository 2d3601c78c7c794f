package io.tidings.site.page;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.Collection;

/** Where the application's brokers are. */
final class ServersSection {
    static final String ID = "servers";

    private ServersSection() {}

    static Html of(Described page) {
        Collection<Server> servers = page.document().servers().values();
        return Parts.section(
                ID,
                "Servers",
                servers.stream().map(server -> card(page, server)).toList());
    }

    private static Html card(Described page, Server server) {
        ObjectNode node = server.node();
        String path = server.pathname() == null ? "" : server.pathname();
        Element facts = Parts.facts();
        Parts.fact(facts, "Address", Parts.code(server.protocol() + "://" + server.host() + path));
        Parts.fact(facts, "Protocol version", node.string("protocolVersion").orElse(null));
        if (server.schemaRegistryUrl() != null) {
            Parts.fact(facts, "Schema registry", Parts.code(server.schemaRegistryUrl()));
        }
        page.links()
                .object(node, "variables")
                .ifPresent(variables -> variables
                        .members()
                        .values()
                        .forEach(variable ->
                                Parts.fact(facts, "{" + variable.name() + "}", variable(variable, page.links()))));
        String title = node.string("title").orElse(server.name());
        return Parts.card(page.id(server))
                .add(
                        Parts.heading("h3", page.id(server), title).add(Parts.badge("protocol", server.protocol())),
                        Parts.prose(
                                node.string("summary").orElse(null),
                                node.string("description").orElse(null)),
                        facts,
                        Security.of(node, page.links()),
                        Bindings.of(node, page),
                        Parts.tags(node, page.links()));
    }

    /** A variable of the address or a parameter of a channel: the two are alike. */
    static Html variable(Member variable, Links links) {
        if (!(links.follow(variable.value()) instanceof ObjectNode node)) {
            return Html.NONE;
        }
        Element about =
                Html.tag("div").add(Parts.prose(null, node.string("description").orElse(null)));
        Element notes = Html.tag("ul").style("notes");
        node.string("default").ifPresent(value -> notes.add(note("default", Parts.code(value))));
        list(notes, node, "enum", "one of");
        list(notes, node, "examples", "for example");
        node.string("location").ifPresent(value -> notes.add(note("taken from", Parts.code(value))));
        return notes.isEmpty() ? about : about.add(notes);
    }

    private static void list(Element notes, ObjectNode node, String field, String words) {
        node.array(field)
                .filter(values -> !values.items().isEmpty())
                .ifPresent(values -> notes.add(note(
                        words,
                        Parts.commas(values.items().stream()
                                .flatMap(value -> value.text().stream())
                                .map(Parts::code)
                                .toList()))));
    }

    private static Html note(String words, Html value) {
        return Html.tag("li").text(words + " ").add(value);
    }
}
