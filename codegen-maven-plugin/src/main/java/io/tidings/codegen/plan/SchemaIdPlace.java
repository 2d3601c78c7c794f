package io.tidings.codegen.plan;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.model.Message;
import java.util.List;

/** Where a message says which schema wrote it; named as the runtime's {@code SchemaIdLocation} is. */
public enum SchemaIdPlace {
    PAYLOAD,
    WIDE_PAYLOAD,
    HEADER;

    /** What the Kafka message binding says, or else Confluent's frame before the payload. */
    static SchemaIdPlace of(Message message, List<Diagnostic> diagnostics) {
        if ("header".equals(message.schemaIdLocation())) {
            return HEADER;
        }
        String encoding = message.schemaIdEncoding();
        return encoding == null
                ? PAYLOAD
                : switch (encoding) {
                    case "confluent", "4", "apicurio-legacy" -> PAYLOAD;
                    case "8", "apicurio-new" -> WIDE_PAYLOAD;
                    default -> unknown(message, encoding, diagnostics);
                };
    }

    private static SchemaIdPlace unknown(Message message, String encoding, List<Diagnostic> diagnostics) {
        diagnostics.add(
                Diagnostic.error(
                        "codegen-schema-id-encoding",
                        "No client can be generated for the message '" + message.name()
                                + "': its schemaIdPayloadEncoding '" + encoding + "' is not known",
                        message.location(),
                        message.pointer(),
                        "Known are 'confluent', '4' and 'apicurio-legacy' (four bytes), '8' and 'apicurio-new' (eight bytes)."));
        return PAYLOAD;
    }
}
