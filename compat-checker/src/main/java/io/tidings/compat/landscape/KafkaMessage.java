package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the Kafka binding of a message says beyond its key. */
final class KafkaMessage {
    private KafkaMessage() {}

    /** A setting of the binding as text; null where it is not stated. */
    static @Nullable String setting(AsyncApiDocument document, Message message, String name) {
        return document.links()
                .object(message.node(), "bindings")
                .flatMap((ObjectNode bindings) -> document.links().object(bindings, "kafka"))
                .flatMap(kafka -> kafka.string(name))
                .orElse(null);
    }

    /** What kind of thing a key is, in a word that is equal for equal bytes; a bare JSON integer may be any of Avro's. */
    static String kind(AsyncApiDocument document, MessageSchema key) {
        if (key instanceof MessageSchema.Avro avro) {
            return switch (avro.schema().getType()) {
                case RECORD, ENUM, FIXED -> avro.schema().getFullName();
                default -> avro.schema().getType().getName();
            };
        }
        if (key instanceof MessageSchema.Json json
                && document.links().follow(json.node()) instanceof ObjectNode schema) {
            return schema.string("type").orElse("").toLowerCase(Locale.ROOT);
        }
        return "";
    }
}
