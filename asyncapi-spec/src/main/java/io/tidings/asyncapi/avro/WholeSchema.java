package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Definition;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Location;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Writes a schema so that every name it uses is defined in it: each definition stands at its name's first use, wherever it
 * was written, and its namespace is spelled out.
 */
final class WholeSchema {
    /** A record takes four levels of JSON, and Avro's parser stops at a thousand. */
    private static final int DEEPEST = 240;

    private final Names names;
    private final References references;
    private final JsonText json = new JsonText();
    private final Set<String> defined = new HashSet<>();
    private final Map<String, Location> places = new LinkedHashMap<>();
    private boolean incomplete;
    private boolean tooDeep;
    private int depth;

    WholeSchema(Names names, References references) {
        this.names = names;
        this.references = references;
    }

    void write(Node root, Outline outline) {
        type(root, outline.namespace, outline);
    }

    /** Whether something it needs is broken, which has been reported there. */
    boolean incomplete() {
        return incomplete;
    }

    boolean tooDeep() {
        return tooDeep;
    }

    Map<String, Location> places() {
        return places;
    }

    String text() {
        return json.toString();
    }

    private void type(Node node, String namespace, Outline outline) {
        if (++depth > DEEPEST) {
            tooDeep = true;
            json.text("null");
        } else if (node.text().isPresent()) {
            name(node.text().get(), namespace, outline);
        } else if (node instanceof ArrayNode union) {
            json.raw('[');
            union.items().forEach(branch -> {
                json.separate();
                type(branch, namespace, outline);
            });
            json.raw(']');
        } else if (node instanceof ObjectNode object) {
            object(object, namespace, outline);
        }
        depth--;
    }

    private void name(String word, String namespace, Outline outline) {
        if (AvroName.PRIMITIVES.contains(word)) {
            json.text(word);
            return;
        }
        Definition definition = names.find(word, namespace, outline).orElse(null);
        if (definition == null || definition.home().broken) {
            incomplete = true;
            json.text("null");
        } else {
            definition(definition.node(), definition.fullName(), definition.home());
        }
    }

    private void object(ObjectNode node, String namespace, Outline outline) {
        if (node.string("$ref").isPresent()) {
            Node target = references.follow(node).orElse(null);
            if (target == null) {
                incomplete = true;
                json.text("null");
            } else {
                boolean sameFile =
                        target.location().file().equals(node.location().file());
                type(target, sameFile ? namespace : "", outline);
            }
            return;
        }
        String word = node.string("type").orElse("");
        if (AvroName.NAMED.contains(word)) {
            definition(node, AvroName.of(node, namespace), outline);
        } else if (word.equals("array") || word.equals("map") || AvroName.PRIMITIVES.contains(word)) {
            json.raw('{');
            for (Member member : node.members().values()) {
                json.name(member.name());
                boolean element = member.name().equals("items") || member.name().equals("values");
                if (element) {
                    type(member.value(), namespace, outline);
                } else {
                    json.value(member.value());
                }
            }
            json.raw('}');
        } else {
            name(word, namespace, outline);
        }
    }

    private void definition(ObjectNode node, String fullName, Outline outline) {
        if (!defined.add(fullName)) {
            json.text(fullName);
            return;
        }
        places.put(fullName, node.locationOf("name"));
        String namespace = AvroName.namespaceOf(fullName);
        json.raw('{');
        json.name("name");
        json.text(AvroName.simpleOf(fullName));
        json.name("namespace");
        json.text(namespace);
        for (Member member : node.members().values()) {
            if (member.name().equals("name") || member.name().equals("namespace")) {
                continue;
            }
            json.name(member.name());
            if (member.name().equals("fields") && member.value() instanceof ArrayNode fields) {
                fields(fields, fullName, namespace, outline);
            } else {
                json.value(member.value());
            }
        }
        json.raw('}');
    }

    private void fields(ArrayNode fields, String fullName, String namespace, Outline outline) {
        json.raw('[');
        for (Node item : fields.items()) {
            ObjectNode field = (ObjectNode) item;
            field.string("name").ifPresent(name -> places.put(fullName + "#" + name, field.locationOf("name")));
            json.separate();
            json.raw('{');
            for (Member member : field.members().values()) {
                json.name(member.name());
                if (member.name().equals("type")) {
                    type(member.value(), namespace, outline);
                } else {
                    json.value(member.value());
                }
            }
            json.raw('}');
        }
        json.raw(']');
    }
}
