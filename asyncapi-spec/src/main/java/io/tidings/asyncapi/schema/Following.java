package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Locale;
import java.util.Optional;

/** From what stands where a schema is expected to the schema that is meant. */
final class Following {
    private final References references;

    Following(References references) {
        this.references = references;
    }

    /** References are followed and formats unwrapped; empty where that leads nowhere, or to another language. */
    Optional<Node> schema(Node written) {
        return references.follow(written).filter(node -> !isAvro(node)).flatMap(node -> {
            if (!(node instanceof ObjectNode object)
                    || object.string("schemaFormat").isEmpty()
                    || object.get("schema").isEmpty()) {
                return Optional.of(node);
            }
            return isJson(object.string("schemaFormat").get())
                    ? references.follow(object.get("schema").get())
                    : Optional.empty();
        });
    }

    private static boolean isAvro(Node node) {
        return node.location().file().endsWith(".avsc");
    }

    private static boolean isJson(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/vnd.aai.asyncapi") || lower.startsWith("application/schema");
    }
}
