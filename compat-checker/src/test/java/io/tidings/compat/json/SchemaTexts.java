package io.tidings.compat.json;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import io.tidings.asyncapi.source.Pointers;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import java.util.IdentityHashMap;

/** Schemas from text, their references within the text followed. */
final class SchemaTexts {

    private SchemaTexts() {}

    static JsonSchema schema(String text) {
        return schema(text, "application/schema+json;version=draft-07");
    }

    static JsonSchema schema(String text, String format) {
        Node root = new SourceReader(SourceLimits.DEFAULT)
                .readText(text.startsWith("{\"") ? "schema.json" : "schema.yaml", text)
                .root()
                .orElseThrow();
        IdentityHashMap<Node, Node> targets = new IdentityHashMap<>();
        Nodes.walk(root).forEach(node -> {
            if (node instanceof ObjectNode object && object.string("$ref").isPresent()) {
                Node target = object;
                for (int i = 0;
                        i < 10
                                && target instanceof ObjectNode o
                                && o.string("$ref").isPresent();
                        i++) {
                    target = find(root, o.string("$ref").get());
                }
                targets.put(node, target);
            }
        });
        return new JsonSchemas(new Links(targets)).of(new MessageSchema.Json(format, root));
    }

    private static Node find(Node root, String reference) {
        Node node = root;
        for (String token : Pointers.tokens(reference.substring(1))) {
            node = node instanceof ArrayNode list
                    ? list.items().get(Integer.parseInt(token))
                    : ((ObjectNode) node).get(token).orElseThrow();
        }
        return node;
    }

    static JsonVerdict judge(String reader, String writer) {
        return new JsonReader().judge(schema(reader), schema(writer));
    }
}
