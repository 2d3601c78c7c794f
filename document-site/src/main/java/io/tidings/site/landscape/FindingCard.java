package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.LandscapeFinding.Spot;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;

/** What services disagree about, with its places in their documents. */
final class FindingCard {
    private final Drawn drawn;

    FindingCard(Drawn drawn) {
        this.drawn = drawn;
    }

    Html of(LandscapeFinding finding) {
        String level = level(finding.severity());
        Element places = Html.tag("ul").style("plain");
        for (Spot spot : finding.spots()) {
            places.add(Html.tag("li")
                    .add(
                            Html.tag("a")
                                    .attribute("href", "#" + drawn.service(spot.service()))
                                    .text(spot.service()),
                            Html.text(" "),
                            Html.tag("code").text(spot.location().toString()),
                            Html.text(" " + spot.remark())));
        }
        return Html.tag("article")
                .style("card change " + level)
                .attribute("data-card", "")
                .add(
                        Html.tag("h3")
                                .add(
                                        LandscapePage.badge(
                                                level, finding.severity().label()),
                                        Html.text(" " + finding.reason())),
                        Html.tag("p")
                                .style("quiet")
                                .add(
                                        Html.tag("code").text(finding.rule().id()),
                                        Html.text(" " + finding.rule().hint())),
                        places);
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "major";
            case WARNING -> "minor";
            case INFO -> "patch";
        };
    }
}
