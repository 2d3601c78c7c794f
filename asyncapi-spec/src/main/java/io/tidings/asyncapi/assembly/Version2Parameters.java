package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters: of a schema, 3.x keeps what can be said of a text by listing texts. */
final class Version2Parameters {
    private static final Set<String> KEPT = Set.of("enum", "default", "examples", "description", "const");

    private final References references;
    private final Losses losses;
    private final Version2Components components;

    Version2Parameters(ObjectNode root, References references, Losses losses) {
        this.references = references;
        this.losses = losses;
        this.components = new Version2Components(root, "parameters", references, this::parameter);
    }

    Version2Components components() {
        return components;
    }

    private ObjectNode parameter(ObjectNode parameter) {
        Trees tree = Trees.at(parameter).allBut(Set.of("schema"));
        Node written = parameter.get("schema").orElse(null);
        if (written == null) {
            return tree.build();
        }
        ObjectNode schema = references.object(written).orElse(null);
        if (schema == null) {
            losses.add(
                    "convert-parameter",
                    "in 3.x a parameter has no schema: this one cannot be read, and is left out",
                    written,
                    null);
            return tree.build();
        }
        if (parameter.get("description").isEmpty()) {
            tree.with("description", schema.get("description").orElse(null));
        }
        tree.with("enum", texts(schema.get("enum").orElse(null)));
        schema.get("const").ifPresent(only -> tree.with("enum", texts(Trees.list(only, List.of(only)))));
        schema.get("default").ifPresent(value -> tree.with("default", asText(value)));
        tree.with("examples", texts(schema.get("examples").orElse(null)));
        lost(schema, written);
        return tree.build();
    }

    private void lost(ObjectNode schema, Node written) {
        List<String> lost = new ArrayList<>();
        for (Member member : schema.members().values()) {
            String name = member.name();
            boolean text =
                    name.equals("type") && member.value().text().orElse("").equals("string");
            if (!text && !KEPT.contains(name)) {
                lost.add(name);
            }
        }
        if (!lost.isEmpty()) {
            losses.add(
                    "convert-parameter",
                    "in 3.x a parameter is a text and has no schema: left out " + (lost.size() == 1 ? "is '" : "are '")
                            + String.join("', '", lost) + "'",
                    written,
                    "say it in the parameter's description");
        }
    }

    private static @Nullable Node texts(@Nullable Node values) {
        if (!(values instanceof ArrayNode list)) {
            return null;
        }
        List<Node> texts = new ArrayList<>();
        for (Node value : list.items()) {
            Node text = asText(value);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts.isEmpty() ? null : Trees.list(list, texts);
    }

    /** As it would stand in an address. */
    private static @Nullable Node asText(Node value) {
        return value instanceof ScalarNode scalar && scalar.value() != null
                ? Trees.text(value, String.valueOf(scalar.value()))
                : null;
    }
}
