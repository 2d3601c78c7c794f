package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Server;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;

/** AsyncAPI's Kafka bindings: what is said of schema ids presumes a registry. */
final class KafkaSchemaRegistryRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("kafka-schema-registry", Severity.ERROR, "schema ids presume a schema registry");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Channel channel : subject.document().channels().values()) {
            List<Server> servers =
                    subject.serversOf(channel).stream().filter(Subject::isKafka).toList();
            if (!servers.isEmpty() && servers.stream().allMatch(server -> server.schemaRegistryUrl() == null)) {
                channel.messages().values().forEach(message -> message(subject, message, servers.get(0), findings));
            }
        }
    }

    private static void message(Subject subject, Message message, Server server, Findings findings) {
        ObjectNode binding = subject.kafka(message.node()).orElse(null);
        for (String field : List.of("schemaIdLocation", "schemaIdPayloadEncoding", "schemaLookupStrategy")) {
            Member said = binding == null ? null : binding.members().get(field);
            if (said != null && said.value().text().isPresent()) {
                findings.add(
                        said,
                        "'" + field + "' presumes a schema registry, but the server '" + server.name() + "' names none",
                        "add 'bindings: {kafka: {schemaRegistryUrl: ...}}' to the server",
                        server.location(),
                        "the server");
                return; // one registry is missing, however often it is presumed
            }
        }
    }
}
