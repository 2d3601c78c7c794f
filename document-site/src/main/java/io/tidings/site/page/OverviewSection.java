package io.tidings.site.page;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import io.tidings.site.html.WebAddress;
import java.util.Optional;

/** What the document says of itself. */
final class OverviewSection {
    static final String ID = "overview";

    private OverviewSection() {}

    /** @param changes what a check against earlier versions came to, or nothing */
    static Html of(Described page, Html changes) {
        AsyncApiDocument document = page.document();
        ObjectNode info = document.info().node();
        Element badges = Html.tag("p")
                .style("badges")
                .add(
                        Parts.badge("version", "version " + document.info().version()),
                        Html.text(" "),
                        Parts.badge("spec", "AsyncAPI " + document.specVersion()));
        sunset(document).ifPresent(day -> badges.add(Html.text(" "), Parts.badge("deprecated", "ends " + day)));
        return Html.tag("section")
                .id(ID)
                .attribute("aria-labelledby", "title")
                .add(
                        Html.tag("h1").id("title").text(page.title()),
                        badges.add(Html.text(" "), changes),
                        Prose.of(document.info().description()),
                        facts(document, info, page),
                        Parts.tags(info, page.links()));
    }

    private static Optional<String> sunset(AsyncApiDocument document) {
        return document.node().object("x-tidings").flatMap(said -> said.string("sunset"));
    }

    private static Html facts(AsyncApiDocument document, ObjectNode info, Described page) {
        Element facts = Parts.facts();
        if (document.id() != null) {
            Parts.fact(facts, "Application id", Parts.code(document.id()));
        }
        if (document.defaultContentType() != null) {
            Parts.fact(facts, "Content type", Parts.code(document.defaultContentType()));
        }
        sunset(document).ifPresent(day -> Parts.fact(facts, "Sunset", "not to be used after " + day));
        page.links().object(info, "contact").ifPresent(contact -> Parts.fact(facts, "Contact", contact(contact)));
        page.links().object(info, "license").ifPresent(license -> {
            String name = license.string("name").orElse("see there");
            Parts.fact(
                    facts,
                    "License",
                    license.string("url").map(url -> WebAddress.link(url, name)).orElse(Html.text(name)));
        });
        info.string("termsOfService")
                .ifPresent(url -> Parts.fact(facts, "Terms of service", WebAddress.link(url, url)));
        return facts.isEmpty() ? Html.NONE : facts;
    }

    private static Html contact(ObjectNode contact) {
        String name = contact.string("name").orElse("");
        Html named = contact.string("url")
                .map(url -> WebAddress.link(url, name.isBlank() ? url : name))
                .orElse(Html.text(name));
        return contact.string("email")
                .map(email -> Html.all(named, Html.text(" "), WebAddress.link("mailto:" + email, email)))
                .orElse(named);
    }
}
