package io.tidings.site.landscape;

import io.tidings.compat.landscape.SharedChannel;
import io.tidings.compat.landscape.Use;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** All channels, with those who use them. */
final class ChannelTable {
    private final Drawn drawn;

    ChannelTable(Drawn drawn) {
        this.drawn = drawn;
    }

    Html html() {
        Element body = Html.tag("tbody");
        Set<String> named = new HashSet<>();
        for (SharedChannel channel : drawn.report().landscape().channels()) {
            Element row = Html.tag("tr").attribute("data-card", "");
            if (named.add(channel.address())) {
                row.id(drawn.channel(channel.address()));
            }
            body.add(row.add(
                    Html.tag("th")
                            .attribute("scope", "row")
                            .add(Html.tag("code").text(channel.address())),
                    Html.tag("td").text(String.join(", ", Boxes.messages(channel))),
                    cell(channel.senders(), channel.sentFromOutside(), "Sent by"),
                    cell(channel.receivers(), channel.receivedOutside(), "Received by")));
        }
        Element head = Html.tag("tr");
        List.of("Channel", "Messages", "Sent by", "Received by")
                .forEach(name ->
                        head.add(Html.tag("th").attribute("scope", "col").text(name)));
        return Html.tag("table").style("routes").add(Html.tag("thead").add(head), body);
    }

    private Html cell(List<Use> uses, boolean outside, String label) {
        List<Html> parts = new ArrayList<>();
        for (String name :
                uses.stream().map(use -> use.service().name()).distinct().toList()) {
            if (!parts.isEmpty()) {
                parts.add(Html.text(", "));
            }
            parts.add(Html.tag("a").attribute("href", "#" + drawn.service(name)).text(name));
        }
        if (outside) {
            parts.add(Html.tag("span").style("quiet").text(parts.isEmpty() ? "others" : " and others"));
        }
        return parts.isEmpty()
                ? Html.tag("td")
                        .attribute("data-label", label)
                        .add(Html.tag("span").style("quiet").text("nobody"))
                : Html.tag("td").attribute("data-label", label).add(Html.all(parts.stream()));
    }
}
