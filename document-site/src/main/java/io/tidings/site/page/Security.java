package io.tidings.site.page;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.site.html.Element;
import io.tidings.site.html.Html;
import io.tidings.site.html.Prose;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How one has to show who one is. */
final class Security {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("userPassword", "User name and password"),
            Map.entry("apiKey", "API key"),
            Map.entry("X509", "X.509 client certificate"),
            Map.entry("symmetricEncryption", "Symmetric encryption"),
            Map.entry("asymmetricEncryption", "Asymmetric encryption"),
            Map.entry("httpApiKey", "API key over HTTP"),
            Map.entry("http", "HTTP"),
            Map.entry("oauth2", "OAuth 2"),
            Map.entry("openIdConnect", "OpenID Connect"),
            Map.entry("plain", "SASL PLAIN"),
            Map.entry("scramSha256", "SASL SCRAM-SHA-256"),
            Map.entry("scramSha512", "SASL SCRAM-SHA-512"),
            Map.entry("gssapi", "SASL GSSAPI (Kerberos)"));

    private Security() {}

    /** The schemes that a server or operation asks for, one of which is enough. */
    static Html of(ObjectNode holder, Links links) {
        List<Node> schemes = holder.array("security").map(ArrayNode::items).orElse(List.of());
        if (schemes.isEmpty()) {
            return Html.NONE;
        }
        Element list = Html.tag("ul").style("plain");
        schemes.stream()
                .map(links::follow)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .forEach(scheme -> list.add(scheme(scheme, links)));
        String title = schemes.size() > 1 ? "Security: one of" : "Security";
        return Html.tag("div").style("security").add(Html.tag("h4").text(title), list);
    }

    private static Html scheme(ObjectNode scheme, Links links) {
        String type = scheme.string("type").orElse("");
        Element item = Html.tag("li").add(Html.tag("strong").text(WORDS.getOrDefault(type, type)));
        StringBuilder more = new StringBuilder();
        scheme.string("scheme").ifPresent(value -> more.append(", ").append(value));
        scheme.string("bearerFormat").ifPresent(value -> more.append(", ").append(value));
        scheme.string("name").ifPresent(value -> more.append(", named ").append(value));
        scheme.string("in").ifPresent(value -> more.append(", in ").append(value));
        scheme.string("openIdConnectUrl").ifPresent(value -> more.append(", ").append(value));
        item.text(more.toString());
        scheme.array("scopes")
                .filter(scopes -> !scopes.items().isEmpty())
                .ifPresent(scopes -> item.text(", scopes ")
                        .add(Parts.commas(scopes.items().stream()
                                .flatMap(scope -> scope.text().stream())
                                .map(Parts::code)
                                .toList())));
        links.object(scheme, "flows")
                .ifPresent(flows -> item.text(", flows ")
                        .text(flows.members().values().stream()
                                .map(Member::name)
                                .collect(Collectors.joining(", "))));
        return item.add(Prose.of(scheme.string("description").orElse(null)));
    }
}
