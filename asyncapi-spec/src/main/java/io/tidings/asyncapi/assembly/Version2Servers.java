package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Servers: the URL of 2.x is host and pathname in 3.x. */
final class Version2Servers {
    /** It may be a variable. */
    private static final Pattern SCHEME = Pattern.compile("^[A-Za-z{][A-Za-z0-9+.{}_-]*://");

    private final Losses losses;
    private final Version2Security security;
    private final Version2Bindings bindings;
    private final Version2Components components;

    Version2Servers(ObjectNode root, References references, Version2Security security, Losses losses) {
        this.losses = losses;
        this.security = security;
        this.bindings = new Version2Bindings(references, losses);
        this.components = new Version2Components(root, "servers", references, this::server);
    }

    Version2Components components() {
        return components;
    }

    private ObjectNode server(ObjectNode server) {
        Trees tree = Trees.at(server).allBut(Set.of());
        server.get("url").ifPresent(url -> address(server, url, tree));
        security.requirements(server, tree);
        bindings.of("Server", server, tree);
        return tree.build();
    }

    private void address(ObjectNode server, Node url, Trees tree) {
        String text = url.text().orElse("");
        Matcher scheme = SCHEME.matcher(text);
        String address = text.replaceFirst("^//", "");
        if (scheme.find()) {
            address = text.substring(scheme.end());
            scheme(server, url, text.substring(0, scheme.end() - "://".length()));
        }
        int slash = address.indexOf('/');
        tree.renaming("url", "host", Trees.text(url, slash < 0 ? address : address.substring(0, slash)));
        if (slash >= 0) {
            tree.with("pathname", Trees.text(url, address.substring(slash)));
        }
    }

    /** Of a scheme there is only the protocol left; mostly it says the same. */
    private void scheme(ObjectNode server, Node url, String scheme) {
        String protocol = server.string("protocol").orElse("");
        if (!scheme.toLowerCase(Locale.ROOT).equals(protocol.toLowerCase(Locale.ROOT))) {
            losses.add(
                    "convert-server-scheme",
                    "3.x has no scheme beside the protocol: '" + scheme + "://' is left out, '" + protocol + "' stays",
                    url,
                    null);
        }
    }
}
