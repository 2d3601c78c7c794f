package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.model.ServerVariable;
import io.tidings.codegen.plan.NameScope.Claimant;
import io.tidings.codegen.plan.ServersPlan.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plans the servers that speak Kafka's protocol. */
final class ServerPlanner {

    private static final Pattern PORT = Pattern.compile(".*:(\\d+|\\{[^{}]+})");

    private final JavaName type;
    private final Role role;
    private final List<Diagnostic> diagnostics;
    private final NameScope members;
    private final NameScope nested;

    ServerPlanner(JavaName type, Role role, List<Diagnostic> diagnostics) {
        this.type = type;
        this.role = role;
        this.diagnostics = diagnostics;
        this.members = new NameScope(diagnostics);
        this.nested = new NameScope(diagnostics);
        nested.reserve(type.simpleName(), "the class of all servers");
        List.of("String", "Map", "List", "ServerDefaults", "Credential", "Override")
                .forEach(name -> nested.reserve(name, "the class of that name"));
    }

    /** Empty where no server speaks Kafka's protocol. */
    Optional<ServersPlan> plan(AsyncApiDocument document) {
        String clientId = clientId(document);
        List<ServersPlan.Server> servers = document.servers().values().stream()
                .filter(server ->
                        server.protocol().equals("kafka") || server.protocol().equals("kafka-secure"))
                .map(server -> plan(server, clientId))
                .toList();
        return servers.isEmpty() ? Optional.empty() : Optional.of(new ServersPlan(type, servers));
    }

    /** Where all operations that name one agree; it is the application's own. */
    private String clientId(AsyncApiDocument document) {
        List<String> named = document.operations().values().stream()
                .map(Operation::clientId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return role == Role.APPLICATION && named.size() == 1 ? named.get(0) : "";
    }

    private ServersPlan.Server plan(Server server, String clientId) {
        String method =
                members.claim(JavaWords.of(server.name()).camel(), Claimant.of("server", server.name(), server));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("bootstrap.servers", bootstrap(server.host()));
        ServerSecurity security = ServerSecurity.of(server, diagnostics);
        settings.putAll(security.settings());
        if (server.schemaRegistryUrl() != null) {
            settings.put("schema.registry.url", server.schemaRegistryUrl());
        }
        if (!clientId.isEmpty()) {
            settings.put("client.id", clientId);
        }
        NameScope parameters = new NameScope(diagnostics);
        List<Variable> variables = server.variables().values().stream()
                .filter(variable ->
                        settings.values().stream().anyMatch(value -> value.contains("{" + variable.name() + "}")))
                .map(variable -> plan(server, variable, parameters))
                .toList();
        return new ServersPlan.Server(
                server.name(),
                method,
                settings,
                variables,
                security.credentials(),
                Documentation.of(server.title(), server.summary(), server.description()));
    }

    /** Kafka's clients need a port; 9092 is Kafka's own. */
    private static String bootstrap(String host) {
        return Arrays.stream(host.split(",", -1))
                .map(String::strip)
                .map(one -> PORT.matcher(one).matches() ? one : one + ":9092")
                .collect(Collectors.joining(","));
    }

    private Variable plan(Server server, ServerVariable variable, NameScope parameters) {
        Claimant claimant = Claimant.of("variable", variable.name(), variable);
        NameScope constants = new NameScope(diagnostics);
        constants.reserve("text", "what the enum keeps");
        List<ParametersPlan.Value> values = new ArrayList<>();
        for (String text : variable.values().stream().distinct().toList()) {
            values.add(new ParametersPlan.Value(
                    constants.claim(JavaWords.of(text).constant(), Claimant.of("value", text, variable)), text));
        }
        String defaultValue = variable.defaultValue();
        boolean listed = values.isEmpty()
                || values.stream().anyMatch(value -> value.text().equals(defaultValue));
        return new Variable(
                variable.name(),
                parameters.claim(JavaWords.of(variable.name()).camel(), claimant),
                values.isEmpty()
                        ? null
                        : nested.claim(
                                JavaWords.of(server.name()).pascal()
                                        + JavaWords.of(variable.name()).pascal(),
                                claimant),
                values,
                listed ? defaultValue : null,
                Documentation.of(null, null, variable.description()));
    }
}
