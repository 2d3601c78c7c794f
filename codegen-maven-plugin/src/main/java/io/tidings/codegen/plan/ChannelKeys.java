package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.ChannelExtension.Keys;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Location;
import java.util.List;
import org.apache.avro.Schema;

/** Finds out how a channel's keys travel, from the Kafka bindings of its messages, which must agree. */
final class ChannelKeys {

    private final AvroTypes types;
    private final List<Diagnostic> diagnostics;

    ChannelKeys(AvroTypes types, List<Diagnostic> diagnostics) {
        this.types = types;
        this.diagnostics = diagnostics;
    }

    KeyPlan of(Channel channel) {
        Message first = null;
        KeySchema agreed = KeySchema.of(null);
        for (Message message : channel.messages().values()) {
            KeySchema key = KeySchema.of(message.kafkaKey());
            report(channel, message, key);
            if (first == null) {
                first = message;
                agreed = key;
            } else if (!agree(key, agreed)) {
                diagnostics.add(disagreement(channel, first, agreed, message, key));
            }
        }
        Schema named = agreed.named();
        return new KeyPlan(
                agreed.kind(),
                named == null ? null : types.javaName(named),
                first != null && framed(channel, first),
                named == null ? null : types.textBesideClass(named));
    }

    private static boolean agree(KeySchema key, KeySchema other) {
        Schema named = key.named();
        Schema otherNamed = other.named();
        return key.kind() == other.kind()
                && (named == null || otherNamed == null || named.getFullName().equals(otherNamed.getFullName()));
    }

    private void report(Channel channel, Message message, KeySchema key) {
        String which = "The key of message '" + message.name() + "' on channel '" + channel.name() + "' ";
        if (key.untyped() != null) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-key-as-bytes",
                    which + "is handed over as bytes: " + key.untyped(),
                    keyLocation(message),
                    message.pointer(),
                    "A string, a number, or an Avro record becomes a type."));
        }
        if (key.hasMap()) {
            diagnostics.add(Diagnostic.warning(
                    "codegen-key-with-map",
                    which + "has a map, whose entries have no order: equal keys may have different bytes, and so lie in"
                            + " different partitions",
                    keyLocation(message),
                    message.pointer(),
                    "Name the entries as fields."));
        }
    }

    /** Whether the id of their schema is to go with keys, and can. */
    private boolean framed(Channel channel, Message message) {
        if (channel.extension().keys() != Keys.FRAMED) {
            return false;
        }
        if (message.kafkaKey() instanceof MessageSchema.Avro avro
                && KeySchema.of(avro).untyped() == null) {
            return true;
        }
        diagnostics.add(Diagnostic.warning(
                "codegen-keys-not-framed",
                "Keys of channel '" + channel.name() + "' travel without the id of a schema: "
                        + (message.kafkaKey() == null
                                ? "its messages declare none"
                                : "only primitives, records, enums and fixed of Avro have one"),
                channel.locationOf("x-tidings"),
                channel.pointer(),
                "Describe the key in Avro, or remove 'keys: framed'."));
        return false;
    }

    private static Diagnostic disagreement(
            Channel channel, Message first, KeySchema agreed, Message other, KeySchema key) {
        return Diagnostic.error(
                        "codegen-keys-disagree",
                        "On channel '" + channel.name() + "', the key of message '" + other.name() + "' is "
                                + key.label() + ", that of '" + first.name() + "' is " + agreed.label(),
                        keyLocation(other),
                        other.pointer(),
                        "A channel is partitioned by one kind of key: declare the same 'bindings.kafka.key' on all its"
                                + " messages.")
                .withRelated(keyLocation(first), "the key of '" + first.name() + "'");
    }

    private static Location keyLocation(Message message) {
        return message.kafkaKey() == null
                ? message.location()
                : message.kafkaKey().location();
    }
}
