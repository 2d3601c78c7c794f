package io.tidings.site.page;

import io.tidings.site.html.Asset;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;

/**
 * What stands around every page: its head, the bar with the search, and the script. A page is one file that needs nothing
 * else, and its policy forbids it to ask for anything: a text that got past the escaping could not fetch or run a thing.
 */
final class PageFrame {
    private static final Asset STYLE = Asset.named("site.css");
    private static final Asset SCRIPT = Asset.named("site.js");

    private PageFrame() {}

    /**
     * A whole page.
     *
     * @param contents what stands beside it; nothing where the page has none
     * @param home leads back to the index; nothing where there is none
     */
    static String of(String title, Html home, Html contents, Html main) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n");
        Html.tag("html")
                .attribute("lang", "en")
                .add(head(title), body(home, contents, main))
                .appendTo(out);
        return out.append('\n').toString();
    }

    private static Html head(String title) {
        String policy = "default-src 'none'; style-src " + STYLE.source() + "; script-src " + SCRIPT.source()
                + "; base-uri 'none'; form-action 'none'";
        return Html.tag("head")
                .add(
                        meta("charset", "UTF-8"),
                        named("viewport", "width=device-width, initial-scale=1"),
                        named("generator", Origin.GENERATOR),
                        named("referrer", "no-referrer"),
                        Html.tag("meta")
                                .attribute("http-equiv", "Content-Security-Policy")
                                .attribute("content", policy),
                        Html.tag("title").text(title),
                        STYLE.in("style"));
    }

    private static Html meta(String attribute, String value) {
        return Html.tag("meta").attribute(attribute, value);
    }

    private static Html named(String name, String content) {
        return Html.tag("meta").attribute("name", name).attribute("content", content);
    }

    private static Html body(Html home, Html contents, Html main) {
        Element body = Html.tag("body")
                .add(Html.tag("a").style("skip").attribute("href", "#main").text("To the content"));
        // Without the script there is no search, and nothing that looks like one.
        Element search = Html.tag("div")
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
                                .attribute("placeholder", "Search: channel, message, field …  ( / )"),
                        Html.tag("button")
                                .id("unfold")
                                .attribute("type", "button")
                                .attribute("aria-pressed", "false")
                                .text("Unfold all"));
        body.add(Html.tag("header")
                .style("bar")
                .add(home, search, Html.tag("p").id("found").style("found").attribute("role", "status")));
        Element columns = Html.tag("div").style("columns");
        if (contents != Html.NONE) {
            columns.add(Html.tag("nav")
                    .attribute("aria-label", "Contents")
                    .add(Html.tag("details")
                            .id("contents")
                            .attribute("open", "")
                            .add(Html.tag("summary").text("Contents"), contents)));
        }
        return body.add(
                columns.add(
                        Html.tag("main").id("main").attribute("tabindex", "-1").add(main)),
                SCRIPT.in("script"));
    }
}
