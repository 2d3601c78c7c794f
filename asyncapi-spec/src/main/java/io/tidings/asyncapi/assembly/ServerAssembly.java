package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.model.SecurityScheme;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.model.ServerVariable;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Servers, their variables, and how they let a client in. */
final class ServerAssembly {
    private final References references;
    private final KafkaBindings kafka;

    ServerAssembly(References references, KafkaBindings kafka) {
        this.references = references;
        this.kafka = kafka;
    }

    Optional<Server> read(String name, Node written) {
        return references.object(written).map(node -> {
            Optional<ObjectNode> binding = kafka.of(node);
            return new Server(
                    name,
                    node.string("host").orElse(""),
                    node.string("protocol").orElse(""),
                    node.string("pathname").orElse(null),
                    node.string("title").orElse(null),
                    node.string("summary").orElse(null),
                    node.string("description").orElse(null),
                    variables(node),
                    security(node),
                    binding.flatMap(said -> said.string("schemaRegistryUrl")).orElse(null),
                    binding.flatMap(said -> said.string("schemaRegistryVendor")).orElse(null),
                    node);
        });
    }

    private Map<String, ServerVariable> variables(ObjectNode server) {
        Map<String, ServerVariable> variables = new LinkedHashMap<>();
        server.object("variables")
                .ifPresent(members -> members.members()
                        .forEach((name, member) -> references
                                .object(member.value())
                                .ifPresent(node -> variables.put(
                                        name,
                                        new ServerVariable(
                                                name,
                                                Texts.of(node, "enum"),
                                                node.string("default").orElse(null),
                                                node.string("description").orElse(null),
                                                node)))));
        return variables;
    }

    private List<SecurityScheme> security(ObjectNode server) {
        return server.array("security").map(ArrayNode::items).orElse(List.of()).stream()
                .map(references::object)
                .flatMap(Optional::stream)
                .map(node -> new SecurityScheme(
                        node.string("type").orElse(""),
                        node.string("description").orElse(null),
                        node))
                .toList();
    }
}
