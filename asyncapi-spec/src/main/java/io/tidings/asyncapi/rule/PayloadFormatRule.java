package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A WARNING where a payload without a format reads like Avro: without its format it counts as JSON Schema. */
final class PayloadFormatRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("payload-format", Severity.WARNING, "an Avro schema is declared as one");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    private static final Set<String> AVRO = Set.of("record", "enum", "fixed");

    @Override
    public void check(Subject subject, Findings findings) {
        subject.document().channels().values().stream()
                .flatMap(channel -> channel.messages().values().stream())
                .forEach(message -> Stream.of(message.payload(), message.headers(), message.kafkaKey())
                        .forEach(schema -> check(schema, findings)));
    }

    private static void check(@Nullable MessageSchema schema, Findings findings) {
        if (schema instanceof MessageSchema.Json json
                && json.node() instanceof ObjectNode node
                && AVRO.contains(node.string("type").orElse(""))) {
            findings.add(
                    node.get("type").orElse(node),
                    "'" + node.string("type").orElse("") + "' is a type of Avro, but this is read as JSON Schema",
                    "write {schemaFormat: 'application/vnd.apache.avro;version=1.12.0', schema: ...}, or refer to an .avsc file");
        }
    }
}
