package io.tidings.site.page;

import io.tidings.asyncapi.model.Action;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.DeclaredView;
import io.tidings.asyncapi.model.Operation;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.List;
import java.util.stream.Stream;

/** The table of contents beside the page. */
final class Contents {
    private Contents() {}

    static Html of(Described page, boolean changes) {
        var document = page.document();
        Element list = Html.tag("ul").add(entry(OverviewSection.ID, "Overview"));
        if (!document.operations().isEmpty()) {
            list.add(entry(FlowSection.ID, "Who sends what to whom"));
        }
        if (changes) {
            list.add(entry(ChangesSection.ID, "Changes"));
        }
        group(
                list,
                ServersSection.ID,
                "Servers",
                document.servers().values().stream().map(server -> entry(page.id(server), server.name())));
        group(
                list,
                OperationsSection.ID,
                "Operations",
                Stream.of(Action.values())
                        .flatMap(action -> document.operations().values().stream()
                                .filter(operation -> operation.action() == action)
                                .map(operation -> operation(page, operation))));
        group(
                list,
                ChannelsSection.ID,
                "Channels",
                document.channels().values().stream().map(channel -> entry(page.id(channel), name(channel))));
        group(
                list,
                MessagesSection.ID,
                "Messages",
                page.messages().stream().map(message -> entry(page.id(message), message.name())));
        group(
                list,
                ReplicasSection.ID,
                "Replicas",
                DeclaredView.of(document).stream().map(view -> entry(ReplicasSection.id(page, view), view.name())));
        return list;
    }

    private static String name(Channel channel) {
        return channel.address() == null ? channel.name() : channel.address();
    }

    private static Html operation(Described page, Operation operation) {
        boolean sends = operation.action() == Action.SEND;
        return Html.tag("li")
                .add(Html.tag("a")
                        .attribute("href", "#" + page.id(operation))
                        .add(Html.tag("span")
                                .style("way " + operation.action().label())
                                .attribute("title", sends ? "sends" : "receives")
                                .text(sends ? "out" : "in"))
                        .text(" " + operation.name()));
    }

    private static void group(Element list, String id, String title, Stream<Html> entries) {
        List<Html> all = entries.toList();
        if (!all.isEmpty()) {
            list.add(Html.tag("li")
                    .add(
                            Html.tag("a")
                                    .attribute("href", "#" + id)
                                    .style("group")
                                    .text(title),
                            Html.tag("ul").add(all.stream())));
        }
    }

    private static Html entry(String id, String title) {
        return Html.tag("li").add(Html.tag("a").attribute("href", "#" + id).text(title));
    }
}
