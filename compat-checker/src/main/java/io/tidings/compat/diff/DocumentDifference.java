package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.model.ServerVariable;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares what stands at the top of the documents: info and servers. */
final class DocumentDifference {

    /** Fields that only people read, of whatever element. */
    private static final List<String> FOR_PEOPLE = List.of(
            "title",
            "summary",
            "description",
            "tags",
            "externalDocs",
            "examples",
            "contact",
            "license",
            "termsOfService");

    private static final String NOTHING = "nothing";

    private final Comparison comparison;

    DocumentDifference(Comparison comparison) {
        this.comparison = comparison;
    }

    void compare() {
        documentation(
                Scope.DOCUMENT,
                comparison.base().document().info(),
                comparison.head().document().info(),
                "info");
        TreeSet<String> names =
                new TreeSet<>(comparison.base().document().servers().keySet());
        names.addAll(comparison.head().document().servers().keySet());
        names.forEach(this::server);
    }

    /** Titles, descriptions and the like of an element that both documents have. */
    void documentation(Scope scope, Element base, Element head, String what) {
        List<String> changed = FOR_PEOPLE.stream()
                .filter(field -> !comparison
                        .base()
                        .value(base, field)
                        .equals(comparison.head().value(head, field)))
                .toList();
        if (!changed.isEmpty()) {
            comparison.found(new DocumentChange.Documentation(
                    At.of(scope, base.locationOf(changed.get(0)), head.locationOf(changed.get(0))),
                    String.join(", ", changed) + " of " + what));
        }
    }

    /** What a client must present to use an element that both documents have. */
    void security(Scope scope, Element base, Element head, String what) {
        if (!comparison.base().value(base, "security").equals(comparison.head().value(head, "security"))) {
            comparison.found(new DocumentChange.SecurityChanged(
                    At.of(scope, base.locationOf("security"), head.locationOf("security")), what));
        }
    }

    /** The name that generated code should use. */
    void generatedName(
            Scope scope, Element base, Element head, String what, @Nullable String before, @Nullable String now) {
        if (!Objects.equals(before, now)) {
            comparison.found(new DocumentChange.GeneratedNameChanged(
                    At.of(scope, base.locationOf("x-tidings"), head.locationOf("x-tidings")),
                    what,
                    Objects.requireNonNullElse(before, NOTHING),
                    Objects.requireNonNullElse(now, NOTHING)));
        }
    }

    /** Which servers a channel is on. */
    void servers(Scope scope, Channel was, Channel is) {
        Set<String> before = names(was);
        Set<String> now = names(is);
        if (!before.equals(now)) {
            comparison.found(new DocumentChange.ServerChanged(
                    At.of(scope, was.locationOf("servers"), is.locationOf("servers")),
                    "the servers of channel \"" + is.name() + "\" changed from " + text(before) + " to " + text(now)));
        }
    }

    private static Set<String> names(Channel channel) {
        Set<String> names = new TreeSet<>();
        channel.node().get("servers").ifPresent(servers -> {
            if (servers instanceof ArrayNode list) {
                list.items().forEach(server -> names.add(name(server)));
            }
        });
        return names;
    }

    /** By name in 2.x, by reference since 3.0. */
    private static String name(Node server) {
        String text = server instanceof ObjectNode object
                ? object.string("$ref").orElse("")
                : server instanceof ScalarNode scalar ? String.valueOf(scalar.value()) : "";
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static String text(Set<String> names) {
        return names.isEmpty() ? "all" : String.join(", ", names);
    }

    private void server(String name) {
        Server was = comparison.base().document().servers().get(name);
        Server is = comparison.head().document().servers().get(name);
        if (was == null || is == null) {
            At at = At.of(Scope.DOCUMENT, was == null ? null : was.location(), is == null ? null : is.location());
            comparison.found(new DocumentChange.ServerChanged(
                    at, "server \"" + name + "\" was " + (was == null ? "added" : "removed")));
            return;
        }
        for (String field : List.of("host", "protocol", "pathname", "protocolVersion", "variables")) {
            Object before = field(comparison.base(), was, field);
            Object now = field(comparison.head(), is, field);
            if (!Objects.equals(before, now)) {
                comparison.found(new DocumentChange.ServerChanged(
                        At.of(Scope.DOCUMENT, was.locationOf(field), is.locationOf(field)),
                        "the " + field + " of server \"" + name + "\" changed from " + before + " to " + now));
            }
        }
        if (!comparison.base().value(was, "bindings").equals(comparison.head().value(is, "bindings"))) {
            comparison.found(new DocumentChange.BindingChanged(
                    At.of(Scope.DOCUMENT, was.locationOf("bindings"), is.locationOf("bindings")),
                    "server \"" + name + "\""));
        }
        security(Scope.DOCUMENT, was, is, "server \"" + name + "\"");
        documentation(Scope.DOCUMENT, was, is, "server \"" + name + "\"");
    }

    private static Object field(Side side, Server server, String name) {
        return switch (name) {
            case "host" -> server.host();
            case "protocol" -> server.protocol();
            case "pathname" -> server.pathname() == null ? NOTHING : server.pathname();
            case "variables" ->
                server.variables().values().stream()
                        .collect(Collectors.toMap(
                                ServerVariable::name, DocumentDifference::variable, (a, b) -> a, TreeMap::new));
            default -> side.value(server, name).equals(Optional.empty()) ? NOTHING : side.value(server, name);
        };
    }

    private static String variable(ServerVariable variable) {
        return (variable.values().isEmpty() ? "any" : String.join("|", variable.values()))
                + (variable.defaultValue() == null ? "" : " (default " + variable.defaultValue() + ")");
    }
}
