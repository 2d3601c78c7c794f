package io.tidings.site.page;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;
import io.tidings.site.diagram.Lane.Stop;
import io.tidings.site.diagram.Route;
import io.tidings.site.diagram.SystemDiagram;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All documents of a site: what each is, and how they meet. */
public final class IndexPage {
    private final List<Route> routes;

    private IndexPage(List<Route> routes) {
        this.routes = routes;
    }

    /** The page; documents come in the order given. */
    public static String of(List<Listed> site) {
        IndexPage index = new IndexPage(routes(site));
        Html heading = Html.tag("section")
                .id("overview")
                .add(
                        Html.tag("h1").text("Applications"),
                        Html.tag("p")
                                .style("quiet")
                                .text(Parts.count(site.size(), "application") + ", "
                                        + Parts.count(index.routes.size(), "channel")));
        List<Html> cards = site.stream().map(IndexPage::card).toList();
        Html main =
                Html.all(heading, Parts.section("applications", "What they are", cards), index.flow(), index.table());
        return PageFrame.of("Applications", Html.tag("p").style("home").text("Applications"), Html.NONE, main);
    }

    private static Html card(Listed listed) {
        AsyncApiDocument document = listed.document();
        Element heading = Html.tag("h3")
                .add(Html.tag("a")
                        .attribute("href", listed.page())
                        .text(document.info().title()))
                .add(Parts.badge("version", document.info().version()));
        Html badge = ChangesSection.badge(listed.changes());
        return Parts.card("application-" + listed.page().replaceFirst("\\.html$", ""))
                .add(
                        badge == Html.NONE ? heading : heading.add(Html.text(" "), badge),
                        Prose.of(document.info().description()),
                        Html.tag("p").style("quiet").text(traffic(document)));
    }

    private static String traffic(AsyncApiDocument document) {
        List<String> parts = new ArrayList<>();
        for (Action action : Action.values()) {
            int number = (int) document.operations().values().stream()
                    .filter(operation -> operation.action() == action)
                    .count();
            if (number > 0) {
                parts.add(number + (action == Action.SEND ? " sending" : " receiving"));
            }
        }
        return parts.isEmpty() ? "No operations." : "Operations: " + String.join(", ", parts) + ".";
    }

    private Html flow() {
        return routes.isEmpty()
                ? Html.NONE
                : Parts.section(
                        FlowSection.ID,
                        "Who sends what to whom",
                        List.of(Html.tag("figure")
                                .style("diagram")
                                .attribute("tabindex", "0")
                                .attribute("role", "group")
                                .attribute("aria-label", "Diagram of who sends what to whom")
                                .add(SystemDiagram.of(routes))));
    }

    private Html table() {
        Element rows = Html.tag("tbody");
        for (Route route : routes) {
            rows.add(Html.tag("tr")
                    .attribute("data-card", "")
                    .add(
                            Html.tag("th")
                                    .attribute("scope", "row")
                                    .add(link(route.channel()))
                                    .add(Html.tag("div").style("quiet").text(String.join(", ", route.messages()))),
                            Html.tag("td").add(links(route.senders())),
                            Html.tag("td").add(links(route.receivers()))));
        }
        Element head =
                Html.tag("thead").add(Html.tag("tr").add(column("Channel"), column("Sent by"), column("Received by")));
        return rows.isEmpty()
                ? Html.NONE
                : Parts.section(
                        "channels",
                        "Channels",
                        List.of(Html.tag("table").style("routes").add(head, rows)));
    }

    private static Html column(String name) {
        return Html.tag("th").attribute("scope", "col").text(name);
    }

    private static Html link(Stop stop) {
        return Html.tag("a").attribute("href", stop.href()).text(stop.label());
    }

    private static Html links(List<Stop> stops) {
        return Parts.commas(stops.stream().map(IndexPage::link).toList());
    }

    /** The channels of all documents by topic, in the order in which they first come. */
    private static List<Route> routes(List<Listed> site) {
        Map<String, Ends> byTopic = new LinkedHashMap<>();
        for (Listed listed : site) {
            Described described = new Described(listed.document());
            Stop application = new Stop(described.title(), listed.page());
            for (Operation operation : listed.document().operations().values()) {
                Channel channel = operation.channel();
                String topic = channel.topic() == null ? channel.name() : channel.topic();
                String href = listed.page() + "#" + described.id(channel);
                byTopic.computeIfAbsent(topic, key -> new Ends(new Stop(key, href)))
                        .add(operation, application);
            }
        }
        return byTopic.values().stream().map(Ends::route).toList();
    }

    /** What is known of a channel so far. */
    private record Ends(Stop channel, Set<String> messages, Set<Stop> senders, Set<Stop> receivers) {
        Ends(Stop channel) {
            this(channel, new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
        }

        void add(Operation operation, Stop application) {
            operation.messages().stream().map(Message::name).forEach(messages::add);
            (operation.action() == Action.SEND ? senders : receivers).add(application);
        }

        Route route() {
            return new Route(channel, List.copyOf(messages), List.copyOf(senders), List.copyOf(receivers));
        }
    }
}
