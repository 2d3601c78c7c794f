package io.tidings.site.schema;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import io.tidings.site.schema.Shape.Fact;
import java.util.ArrayList;
import java.util.List;

/** Makes shapes of schemas. */
public final class Shapes {
    private Shapes() {}

    /** What a schema says; of one in a language that is not read, only which it is. */
    public static Shape of(MessageSchema schema, Links links) {
        if (schema instanceof MessageSchema.Avro avro) {
            return new AvroShapes().of(avro.schema());
        }
        if (schema instanceof MessageSchema.Json json) {
            return new JsonShapes(links).of(json.node());
        }
        MessageSchema.Other other = (MessageSchema.Other) schema;
        List<Fact> facts = new ArrayList<>(List.of(Fact.of("format", other.schemaFormat())));
        String elsewhere = other.node() instanceof ObjectNode object
                ? object.string("$ref").orElse(null)
                : null;
        if (elsewhere != null) {
            facts.add(Fact.of("at", elsewhere));
        }
        return Shape.plain(elsewhere == null ? "a schema in another language" : "a schema elsewhere", null, facts);
    }

    /** What a schema says that stands in the tree, such as one of a parameter's. */
    public static Shape of(Node schema, Links links) {
        return new JsonShapes(links).of(schema);
    }

    /** A value as it is written in JSON, on one line as long as it is short. */
    public static String value(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.value() instanceof String text ? '"' + text + '"' : String.valueOf(scalar.value());
        }
        return Json.json(node);
    }
}
