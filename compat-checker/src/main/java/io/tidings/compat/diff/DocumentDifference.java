package io.tidings.compat.diff;

import io.tidings.asyncapi.model.Element;
import io.tidings.asyncapi.model.Server;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

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

    private void server(String name) {
        Server was = comparison.base().document().servers().get(name);
        Server is = comparison.head().document().servers().get(name);
        if (was == null || is == null) {
            At at = At.of(Scope.DOCUMENT, was == null ? null : was.location(), is == null ? null : is.location());
            comparison.found(new DocumentChange.ServerChanged(
                    at, "server \"" + name + "\" was " + (was == null ? "added" : "removed")));
            return;
        }
        for (String field : List.of("host", "protocol", "pathname")) {
            Object before = field(was, field);
            Object now = field(is, field);
            if (!Objects.equals(before, now)) {
                comparison.found(new DocumentChange.ServerChanged(
                        At.of(Scope.DOCUMENT, was.locationOf(field), is.locationOf(field)),
                        "the " + field + " of server \"" + name + "\" changed from " + before + " to " + now));
            }
        }
        security(Scope.DOCUMENT, was, is, "server \"" + name + "\"");
        documentation(Scope.DOCUMENT, was, is, "server \"" + name + "\"");
    }

    private static Object field(Server server, String name) {
        return switch (name) {
            case "host" -> server.host();
            case "protocol" -> server.protocol();
            default -> server.pathname() == null ? "nothing" : server.pathname();
        };
    }
}
