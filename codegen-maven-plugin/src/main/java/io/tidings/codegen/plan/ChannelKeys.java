package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;

/** Finds out how a channel's keys travel, from the Kafka bindings of its messages, which must agree. */
final class ChannelKeys {

    private ChannelKeys() {}

    static KeyKind of(Channel channel, List<Diagnostic> diagnostics) {
        Message first = null;
        KeyKind agreed = KeyKind.NONE;
        for (Message message : channel.messages().values()) {
            KeyKind kind = of(channel, message, diagnostics);
            if (first == null) {
                first = message;
                agreed = kind;
            } else if (kind != agreed) {
                diagnostics.add(disagreement(channel, first, agreed, message, kind));
            }
        }
        return agreed;
    }

    private static KeyKind of(Channel channel, Message message, List<Diagnostic> diagnostics) {
        MessageSchema key = message.kafkaKey();
        if (key == null) {
            return KeyKind.NONE;
        }
        return kindOf(key).orElseGet(() -> {
            diagnostics.add(Diagnostic.warning(
                    "codegen-key-as-bytes",
                    "The key of message '" + message.name() + "' on channel '" + channel.name()
                            + "' is handed over as bytes: only strings, integers and UUIDs are typed",
                    key.location(),
                    message.pointer(),
                    null));
            return KeyKind.BYTES;
        });
    }

    private static Optional<KeyKind> kindOf(MessageSchema key) {
        if (key instanceof MessageSchema.Avro avro) {
            return kindOf(avro.schema());
        }
        if (key instanceof MessageSchema.Json json && json.node() instanceof ObjectNode schema) {
            return kindOf(schema);
        }
        return Optional.empty();
    }

    private static Optional<KeyKind> kindOf(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> Optional.of("uuid".equals(schema.getProp("logicalType")) ? KeyKind.UUID : KeyKind.STRING);
            case LONG -> Optional.of(KeyKind.LONG);
            case INT -> Optional.of(KeyKind.INTEGER);
            case BYTES -> Optional.of(KeyKind.BYTES);
            default -> Optional.empty();
        };
    }

    private static Optional<KeyKind> kindOf(ObjectNode schema) {
        String format = schema.string("format").orElse("");
        return typeOf(schema).flatMap(type -> switch (type) {
            case "string" -> Optional.of(format.equals("uuid") ? KeyKind.UUID : KeyKind.STRING);
            case "integer" -> Optional.of(format.equals("int32") ? KeyKind.INTEGER : KeyKind.LONG);
            default -> Optional.empty();
        });
    }

    /** The one type that is not null. */
    private static Optional<String> typeOf(ObjectNode schema) {
        Optional<ArrayNode> several = schema.array("type");
        if (several.isEmpty()) {
            return schema.string("type");
        }
        List<String> types = several.get().items().stream()
                .map(Node::text)
                .flatMap(Optional::stream)
                .filter(type -> !type.equals("null"))
                .toList();
        return types.size() == 1 ? Optional.of(types.get(0)) : Optional.empty();
    }

    private static Diagnostic disagreement(
            Channel channel, Message first, KeyKind agreed, Message other, KeyKind kind) {
        return Diagnostic.error(
                        "codegen-keys-disagree",
                        "On channel '" + channel.name() + "', the key of message '" + other.name() + "' is "
                                + kind.label() + ", that of '" + first.name() + "' is " + agreed.label(),
                        keyLocation(other),
                        other.pointer(),
                        "A channel is partitioned by one kind of key: declare the same 'bindings.kafka.key' on all its"
                                + " messages.")
                .withRelated(keyLocation(first), "the key of '" + first.name() + "'");
    }

    private static io.tidings.asyncapi.source.Location keyLocation(Message message) {
        return message.kafkaKey() == null
                ? message.location()
                : message.kafkaKey().location();
    }
}
