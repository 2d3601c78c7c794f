package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.DidYouMean;
import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * AsyncAPI 3.0, Server Object: variables in {@code host} and {@code pathname}, in 2.x {@code url}, are substituted from {@code
 * variables}.
 */
final class ServerVariablesRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "server-variables", Severity.ERROR, "every variable in the host or path of a server is declared");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (ObjectNode server : subject.all("Server")) {
            for (Node address : addresses(server)) {
                for (String name : Address.names(address.text().orElse(""))) {
                    if (!declared(server).contains(name)) {
                        findings.add(
                                address,
                                "the variable '" + name + "' is not declared",
                                DidYouMean.among(name, declared(server))
                                        .map(near -> "did you mean '" + near + "'?")
                                        .orElse("declare it in 'variables'"));
                    }
                }
            }
        }
    }

    /** The fields of a server in which variables may stand. */
    static List<Node> addresses(ObjectNode server) {
        return Stream.of("url", "host", "pathname")
                .flatMap(field -> server.get(field).stream())
                .filter(node -> node.text().isPresent())
                .toList();
    }

    /** The variables that stand in a server's address. */
    static Set<String> used(ObjectNode server) {
        Set<String> used = new LinkedHashSet<>();
        addresses(server)
                .forEach(address -> used.addAll(Address.names(address.text().orElse(""))));
        return used;
    }

    /** Those of them that are not declared. */
    static Set<String> undeclared(ObjectNode server) {
        Set<String> undeclared = used(server);
        undeclared.removeAll(declared(server));
        return undeclared;
    }

    private static Set<String> declared(ObjectNode server) {
        return server.object("variables")
                .map(ObjectNode::members)
                .orElse(Map.of())
                .keySet();
    }
}
