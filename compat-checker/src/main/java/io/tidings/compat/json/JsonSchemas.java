package io.tidings.compat.json;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.IdentityHashMap;
import java.util.Locale;

/** The JSON Schemas of one document: each node is one schema, however many references lead to it. For one thread. */
public final class JsonSchemas {

    /** A reference to a schema in another format, which refers again: nobody writes more. */
    private static final int MOST_WRAPPERS = 4;

    private final Links links;
    private final IdentityHashMap<Node, JsonSchema> classic = new IdentityHashMap<>();
    private final IdentityHashMap<Node, JsonSchema> modern = new IdentityHashMap<>();

    public JsonSchemas(Links links) {
        this.links = links;
    }

    /** The schema of a payload or of headers. */
    public JsonSchema of(MessageSchema.Json schema) {
        return schema(schema.node(), modern(schema.schemaFormat()));
    }

    /** A schema that stands within that of a payload or of headers. */
    public JsonSchema of(MessageSchema.Json whole, Node part) {
        return schema(part, modern(whole.schemaFormat()));
    }

    /** The schema that stands at a node: a reference alone is the schema it leads to. */
    JsonSchema schema(Node written, boolean modern) {
        Node node = written;
        // References end; what is wrapped in wrappers without end is left as it is.
        for (int i = 0; i < MOST_WRAPPERS; i++) {
            node = unwrapped(modern && siblings(node) ? node : links.follow(node));
        }
        return (modern ? this.modern : classic)
                .computeIfAbsent(node, n -> new JsonSchema(this, n, modern || modernRoot(n)));
    }

    /** Where a reference leads; the reference itself where that is nowhere. */
    Node target(Node reference) {
        return links.follow(reference);
    }

    /** From 2019-09 on, what stands beside a reference counts. */
    private static boolean siblings(Node node) {
        return node instanceof ObjectNode object
                && object.get("$ref").isPresent()
                && object.members().size() > 1;
    }

    private static Node unwrapped(Node node) {
        if (node instanceof ObjectNode object
                && object.get("schema").isPresent()
                && object.string("schemaFormat").filter(JsonSchemas::json).isPresent()) {
            return object.get("schema").get();
        }
        return node;
    }

    private static boolean json(String format) {
        String lower = format.toLowerCase(Locale.ROOT);
        return lower.startsWith("application/vnd.aai.asyncapi") || lower.startsWith("application/schema");
    }

    private static boolean modernRoot(Node node) {
        return node instanceof ObjectNode object
                && object.get("$schema")
                        .filter(ScalarNode.class::isInstance)
                        .flatMap(Node::text)
                        .filter(JsonSchemas::modern)
                        .isPresent();
    }

    private static boolean modern(String text) {
        return text.contains("2019-09") || text.contains("2020-12");
    }
}
