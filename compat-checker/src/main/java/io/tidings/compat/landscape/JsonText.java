package io.tidings.compat.landscape;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Node.ScalarNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A schema as text that is equal where two schemas say the same: references followed, without what only people read. */
final class JsonText {
    private static final Set<String> FOR_PEOPLE =
            Set.of("title", "description", "examples", "example", "$comment", "externalDocs", "deprecated", "$schema");
    /** Below these, names are the user's, not keywords. */
    private static final Set<String> NAMED_SCHEMAS =
            Set.of("properties", "patternProperties", "definitions", "$defs", "dependencies");

    private final AsyncApiDocument document;
    private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private final StringBuilder out = new StringBuilder();

    private JsonText(AsyncApiDocument document) {
        this.document = document;
    }

    static String of(AsyncApiDocument document, Node schema) {
        JsonText text = new JsonText(document);
        text.add(schema, true);
        return text.out.toString();
    }

    private void add(Node written, boolean keywords) {
        Node node = document.links().follow(written);
        if (node instanceof ScalarNode scalar) {
            out.append(scalar.value() instanceof String text ? '"' + text + '"' : String.valueOf(scalar.value()));
        } else if (!open.add(node)) {
            out.append("(itself)");
        } else {
            if (node instanceof ObjectNode object) {
                members(object, keywords);
            } else if (node instanceof ArrayNode array) {
                out.append('[');
                array.items().forEach(item -> {
                    add(item, true);
                    out.append(',');
                });
                out.append(']');
            }
            open.remove(node);
        }
    }

    private void members(ObjectNode object, boolean keywords) {
        Map<String, Member> sorted = new TreeMap<>(object.members());
        out.append('{');
        sorted.forEach((name, member) -> {
            if (!keywords || !(FOR_PEOPLE.contains(name) || name.startsWith("x-"))) {
                out.append('"').append(name).append("\":");
                add(member.value(), !(keywords && NAMED_SCHEMAS.contains(name)));
                out.append(',');
            }
        });
        out.append('}');
    }
}
