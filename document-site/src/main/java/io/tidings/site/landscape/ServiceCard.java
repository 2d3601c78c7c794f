package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.Service;
import io.tidings.compat.landscape.SharedChannel;
import io.tidings.compat.landscape.Use;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.List;

/** A service: what it sends to whom, and what it receives from whom. */
final class ServiceCard {
    private final Drawn drawn;

    ServiceCard(Drawn drawn) {
        this.drawn = drawn;
    }

    Html of(Service service) {
        List<LandscapeFinding> findings = drawn.findings(service.name());
        long errors = Drawn.count(findings, Severity.ERROR);
        Element heading =
                Html.tag("h3").add(Html.text(service.name()), LandscapePage.badge("version", service.version()));
        if (errors > 0) {
            heading.add(LandscapePage.badge("major", errors + (errors == 1 ? " error" : " errors")));
        }
        return Html.tag("article")
                .style("card")
                .id(drawn.service(service.name()))
                .attribute("data-card", "")
                .add(
                        heading,
                        Html.tag("p").style("quiet").add(Html.tag("code").text(service.file())),
                        list("Sends", service, true),
                        list("Receives", service, false));
    }

    private Html list(String title, Service service, boolean sends) {
        List<Html> items = new ArrayList<>();
        for (SharedChannel channel : drawn.report().landscape().channels()) {
            List<Use> mine = uses(channel, service, sends);
            if (!mine.isEmpty()) {
                items.add(Html.tag("li")
                        .add(
                                Html.tag("a")
                                        .attribute("href", "#" + drawn.channel(channel.address()))
                                        .add(Html.tag("code").text(channel.address())),
                                others(channel, service, sends)));
            }
        }
        return items.isEmpty()
                ? Html.NONE
                : Html.all(
                        Html.tag("h4").text(title),
                        Html.tag("ul").style("plain").add(items.stream()));
    }

    private static List<Use> uses(SharedChannel channel, Service service, boolean sends) {
        return (sends ? channel.senders() : channel.receivers())
                .stream()
                        .filter(use -> use.service().name().equals(service.name()))
                        .toList();
    }

    private Html others(SharedChannel channel, Service service, boolean sends) {
        List<String> names = (sends ? channel.receivers() : channel.senders())
                .stream()
                        .map(use -> use.service().name())
                        .distinct()
                        .filter(name -> !name.equals(service.name()))
                        .toList();
        List<Html> parts = new ArrayList<>();
        for (String name : names) {
            parts.add(Html.text(parts.isEmpty() ? (sends ? " to " : " from ") : ", "));
            parts.add(Html.tag("a").attribute("href", "#" + drawn.service(name)).text(name));
        }
        return Html.all(parts.stream());
    }
}
