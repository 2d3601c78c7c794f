package io.tidings.site.example;

import io.tidings.asyncapi.model.Links;
import io.tidings.asyncapi.model.MessageSchema;
import io.tidings.asyncapi.source.Node;
import java.util.Optional;

/** Makes up values. */
public final class Examples {
    private Examples() {}

    /** A value that fits a schema; empty where none is certain to. */
    public static Optional<Node> of(MessageSchema schema, Links links) {
        if (schema instanceof MessageSchema.Avro avro) {
            return Optional.of(new AvroExample().of(avro.schema()));
        }
        return schema instanceof MessageSchema.Json json ? new JsonExample(links).of(json.node()) : Optional.empty();
    }
}
