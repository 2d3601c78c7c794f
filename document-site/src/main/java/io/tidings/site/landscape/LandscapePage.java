package io.tidings.site.landscape;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.compat.landscape.LandscapeFinding;
import io.tidings.compat.landscape.Service;
import io.tidings.site.html.Asset;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import java.util.ArrayList;
import java.util.List;

/** One page: the picture, what does not fit, each service, each channel. Its policy forbids it to ask for anything. */
final class LandscapePage {
    private static final Asset SITE = Asset.named("site.css");
    private static final Asset STYLE = Asset.named("landscape.css");
    private static final Asset SCRIPT = Asset.named("landscape.js");

    private final Drawn drawn;

    LandscapePage(Drawn drawn) {
        this.drawn = drawn;
    }

    String html() {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        Html.tag("html").attribute("lang", "en").add(head(), body()).appendTo(out);
        return out.append('\n').toString();
    }

    private static Html head() {
        String policy = "default-src 'none'; style-src " + SITE.source() + " " + Svg.STYLE.source() + " "
                + STYLE.source() + "; script-src " + SCRIPT.source() + "; base-uri 'none'; form-action 'none'";
        return Html.tag("head")
                .add(
                        Html.tag("meta").attribute("charset", "UTF-8"),
                        meta("viewport", "width=device-width, initial-scale=1"),
                        meta("generator", "Tidings landscape"),
                        meta("referrer", "no-referrer"),
                        Html.tag("meta")
                                .attribute("http-equiv", "Content-Security-Policy")
                                .attribute("content", policy),
                        Html.tag("title").text("Landscape"),
                        SITE.in("style"),
                        Svg.STYLE.in("style"),
                        STYLE.in("style"));
    }

    private static Html meta(String name, String content) {
        return Html.tag("meta").attribute("name", name).attribute("content", content);
    }

    private Html body() {
        Html search = Html.tag("div")
                .style("search")
                .id("search")
                .attribute("hidden", "")
                .attribute("role", "search")
                .add(
                        Html.tag("label").attribute("for", "find").text("Search"),
                        Html.tag("input")
                                .id("find")
                                .attribute("type", "search")
                                .attribute("autocomplete", "off")
                                .attribute("spellcheck", "false")
                                .attribute("placeholder", "Search: service, channel, message …  ( / )"));
        return Html.tag("body")
                .add(
                        Html.tag("a").style("skip").attribute("href", "#main").text("To the content"),
                        Html.tag("header")
                                .style("bar")
                                .add(
                                        Html.tag("p").style("home").text("Landscape"),
                                        search,
                                        Html.tag("p").id("found").style("found").attribute("role", "status")),
                        Html.tag("main")
                                .style("landscape-main")
                                .id("main")
                                .attribute("tabindex", "-1")
                                .add(title(), picture(), findings(), services(), channels()),
                        SCRIPT.in("script"));
    }

    private Html title() {
        List<LandscapeFinding> all = drawn.report().findings();
        long errors = Drawn.count(all, Severity.ERROR);
        long warnings = Drawn.count(all, Severity.WARNING);
        Element badges = Html.tag("p")
                .style("badges")
                .add(
                        badge("", number(drawn.report().landscape().services().size(), "service")),
                        badge("", number(drawn.report().landscape().channels().size(), "channel")),
                        badge(errors > 0 ? "major" : "", number(errors, "error")),
                        badge(warnings > 0 ? "minor" : "", number(warnings, "warning")));
        return Html.tag("section").id("overview").add(Html.tag("h1").text("Who sends what to whom"), badges);
    }

    private Html picture() {
        Element tools = Html.tag("div")
                .style("tools")
                .id("tools")
                .attribute("hidden", "")
                .add(
                        button("smaller", "−", "Smaller"),
                        button("larger", "+", "Larger"),
                        button("whole", "Whole", "Fit into the page"),
                        button("actual", "1:1", "Actual size"));
        Element legend = Html.tag("p")
                .style("quiet legend")
                .text(
                        "Arrows go from senders through channels to receivers. Channels with the same senders and receivers"
                                + " share a box. ↩ is where a request is answered. A dashed box has one side only.");
        return Html.tag("section")
                .id("picture")
                .add(
                        tools,
                        Html.tag("figure")
                                .style("canvas")
                                .attribute("tabindex", "0")
                                .attribute("role", "group")
                                .attribute("aria-label", "Diagram of who sends what to whom")
                                .add(Svg.inPage(drawn)),
                        legend);
    }

    private Html findings() {
        List<LandscapeFinding> all = drawn.report().findings();
        if (all.isEmpty()) {
            return Html.tag("section")
                    .id("findings")
                    .add(
                            Html.tag("h2").text("What does not fit"),
                            Html.tag("p").text("Nothing: each service understands what it is sent."));
        }
        List<Html> cards = new ArrayList<>();
        all.forEach(finding -> cards.add(new FindingCard(drawn).of(finding)));
        return Html.tag("section")
                .id("findings")
                .add(Html.tag("h2").text("What does not fit"))
                .add(cards.stream());
    }

    private Html services() {
        List<Html> cards = new ArrayList<>();
        for (Service service : drawn.report().landscape().services()) {
            cards.add(new ServiceCard(drawn).of(service));
        }
        return Html.tag("section")
                .id("services")
                .add(Html.tag("h2").text("Services"))
                .add(Html.tag("div").style("cards").add(cards.stream()));
    }

    private Html channels() {
        return Html.tag("section").id("channels").add(Html.tag("h2").text("Channels"), new ChannelTable(drawn).html());
    }

    private static Element button(String id, String text, String label) {
        return Html.tag("button")
                .id(id)
                .attribute("type", "button")
                .attribute("title", label)
                .attribute("aria-label", label)
                .text(text);
    }

    static Element badge(String style, String text) {
        return Html.tag("span").style(("badge " + style).strip()).text(text);
    }

    private static String number(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
