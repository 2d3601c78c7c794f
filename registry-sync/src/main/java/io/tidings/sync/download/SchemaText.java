package io.tidings.sync.download;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.SourceFile;
import io.tidings.asyncapi.source.SourceLimits;
import io.tidings.asyncapi.source.SourceReader;
import io.tidings.asyncapi.source.TextFormat;
import io.tidings.registry.SchemaDefinition;
import java.util.Optional;

/** What stands in a schema's file. The same text of a registry gives the same file, byte for byte. */
final class SchemaText {
    private SchemaText() {}

    /** Indented, its members in the order they were registered in; as it is where that is asked for, or it is no JSON. */
    static String of(SchemaDefinition definition, boolean raw) {
        Optional<Node> tree = raw ? Optional.empty() : tree(definition);
        return tree.map(TextFormat.JSON::write).orElse(definition.text());
    }

    /** Whether it only calls a type that a reference defines, and so needs no file of its own. */
    static boolean onlyNames(SchemaDefinition definition) {
        return !definition.references().isEmpty()
                && tree(definition).flatMap(Node::text).isPresent();
    }

    private static Optional<Node> tree(SchemaDefinition definition) {
        SourceFile file = new SourceReader(SourceLimits.DEFAULT).readText("schema.avsc", definition.text());
        return file.problems().isEmpty() ? file.root() : Optional.empty();
    }
}
