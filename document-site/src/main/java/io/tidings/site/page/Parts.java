package io.tidings.site.page;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import io.tidings.site.html.WebAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What sections are made of. */
final class Parts {
    private Parts() {}

    /** A section with its heading; nothing where there is nothing in it. */
    static Html section(String id, String title, List<? extends Html> content) {
        if (content.isEmpty()) {
            return Html.NONE;
        }
        return Html.tag("section")
                .id(id)
                .attribute("aria-labelledby", id + "-heading")
                .add(heading("h2", id, title).id(id + "-heading"))
                .add(content.stream());
    }

    /** A heading that can be linked to. */
    static Element heading(String level, String id, String title) {
        return Html.tag(level).text(title).add(self(id, title));
    }

    /** The link beside something to itself. */
    static Html self(String id, String what) {
        return Html.tag("a")
                .style("self")
                .attribute("href", "#" + id)
                .attribute("aria-label", "Link to " + what)
                .text("#");
    }

    /** A card: one channel, operation or message, which the search shows or hides as a whole. */
    static Element card(String id) {
        return Html.tag("article").style("card").id(id).attribute("data-card", "");
    }

    static Element badge(String kind, String text) {
        return Html.tag("span").style("badge " + kind.toLowerCase(Locale.ROOT)).text(text);
    }

    static Html code(String text) {
        return Html.tag("code").text(text);
    }

    /** Summary and description. */
    static Html prose(@Nullable String summary, @Nullable String description) {
        Html first = summary == null || summary.isBlank() || summary.equals(description)
                ? Html.NONE
                : Html.tag("div").style("summary").add(Prose.of(summary));
        return Html.all(first, Prose.of(description));
    }

    /** Tags and external documentation, where a node has them. */
    static Html tags(ObjectNode node, Links links) {
        Element list = Html.tag("ul").style("tags").attribute("aria-label", "Tags");
        for (Node item : node.array("tags").map(ArrayNode::items).orElse(List.of())) {
            if (links.follow(item) instanceof ObjectNode tag) {
                String description = tag.string("description").orElse("");
                Element entry =
                        Html.tag("li").text(tag.string("name").orElse("")).add(docs(tag, links, " (", ")"));
                list.add(description.isBlank() ? entry : entry.attribute("title", description));
            }
        }
        return Html.all(list.isEmpty() ? Html.NONE : list, externalDocs(node, links));
    }

    private static Html externalDocs(ObjectNode node, Links links) {
        Html docs = docs(node, links, "", "");
        return docs == Html.NONE
                ? docs
                : Html.tag("p").style("more").text("See also: ").add(docs);
    }

    private static Html docs(ObjectNode node, Links links, String before, String after) {
        return links.object(node, "externalDocs")
                .flatMap(docs -> docs.string("url")
                        .map(url -> Html.all(
                                Html.text(before),
                                WebAddress.link(
                                        url, oneLine(docs.string("description").orElse(url))),
                                Html.text(after))))
                .orElse(Html.NONE);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Names and values, in two columns where there is room. */
    static Element facts() {
        return Html.tag("dl").style("facts");
    }

    static void fact(Element facts, String name, Html value) {
        facts.add(Html.tag("div").add(Html.tag("dt").text(name), Html.tag("dd").add(value)));
    }

    static void fact(Element facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            fact(facts, name, Html.text(value));
        }
    }

    /** Pieces with a comma between them. */
    static Html commas(List<? extends Html> parts) {
        List<Html> all = new ArrayList<>();
        for (Html part : parts) {
            if (!all.isEmpty()) {
                all.add(Html.text(", "));
            }
            all.add(part);
        }
        return Html.all(all.stream());
    }

    /** Something that unfolds. */
    static Element unfolding(Html summary) {
        return Html.tag("details").add(Html.tag("summary").add(summary));
    }

    static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
