package io.tidings.asyncapi.bundle;

import io.tidings.asyncapi.avro.AvroSchemas;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.grammar.ReferenceUse;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.reference.Relinking;
import io.tidings.asyncapi.reference.Resolution;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves everything that a document refers to in other files among its components, by kind, and lets the references lead
 * there: what was one thing stays one thing. What the document's version has no component for stands where it is referred
 * to. Avro schemas define every name they use. What is not read, URLs above all, is still referred to.
 */
public final class Bundling {
    private final ObjectNode root;
    private final String specVersion;
    private final References references;
    private final AvroSchemas avro;
    private final Grammar grammar;
    private final IdentityHashMap<Node, Kind> kinds = new IdentityHashMap<>();
    private final Relinking relinking;
    private final Moved moved;
    private final IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();

    /** @param uses every reference of the document and of what it refers to, with what it has to lead to */
    public Bundling(
            ObjectNode root, String specVersion, References references, AvroSchemas avro, List<ReferenceUse> uses) {
        this.root = root;
        this.specVersion = specVersion;
        this.references = references;
        this.avro = avro;
        this.grammar = specVersion.startsWith("2.") ? Grammar.version2() : Grammar.version3();
        uses.forEach(use -> kinds.putIfAbsent(use.node(), use.expected()));
        this.relinking = new Relinking(references, root.location().file());
        this.moved = new Moved(root);
    }

    /** The document in one file. */
    public ObjectNode bundle() {
        ownComponents();
        visit(root, "");
        return relinking.of(moved.into(root));
    }

    /** A component that only names something elsewhere is where that thing goes. */
    private void ownComponents() {
        ObjectNode components = root.object("components").orElse(null);
        if (components == null) {
            return;
        }
        for (Member section : components.members().values()) {
            if (section.value() instanceof ObjectNode held && !section.name().startsWith("x-")) {
                for (Member member : held.members().values()) {
                    Node target = references
                            .known(member.value())
                            .map(Resolution::target)
                            .orElse(null);
                    boolean schema = target != null && (avro.isSchema(target) || isAvroFile(target));
                    if (target != null && isElsewhere(target) && !schema && keepsName(section, member, target)) {
                        moved.inPlace(section.name(), member, target);
                    }
                }
            }
        }
    }

    /** In 2.x a message without an id is called by the end of the reference to it. */
    private boolean keepsName(Member section, Member component, Node target) {
        return !specVersion.startsWith("2.")
                || !section.name().equals("messages")
                || Pointers.last(target.pointer()).equals(component.name());
    }

    /** @param format the language of the schema that may stand here, where it was named; else empty */
    private void visit(Node node, String format) {
        if (avro.isSchema(node)) {
            avro.selfContained(node).ifPresent(whole -> relinking.replace(node, whole));
            return;
        }
        if (seen.put(node, true) != null) {
            return;
        }
        Resolution resolution = references.known(node).orElse(null);
        if (resolution != null) {
            reference(node, resolution, format);
        } else if (node instanceof ObjectNode object) {
            String named = object.string("schemaFormat").orElse("");
            object.members().forEach((name, member) -> {
                boolean content = name.equals("schema") || name.equals("payload");
                visit(member.value(), content ? named : "");
            });
        } else if (node instanceof ArrayNode array) {
            array.items().forEach(item -> visit(item, ""));
        }
    }

    private void reference(Node node, Resolution resolution, String format) {
        Node target = resolution.target();
        Node hop = resolution.hop();
        if (target == null || hop == null) {
            return;
        }
        if (!isElsewhere(target)) {
            visit(hop, "");
            return;
        }
        boolean isAvro = avro.isSchema(target) || isAvroFile(target);
        boolean foreign = isAvro || (!format.isEmpty() && !isJsonSchema(format));
        String section = section(kinds.get(node));
        if (section == null || (foreign && specVersion.startsWith("2."))) {
            Node content = avro.selfContained(target).orElse(target);
            relinking.replace(node, content);
        } else if (foreign) {
            Node wrapper = moved.schema(target, isAvro ? AvroSchemas.FILE_FORMAT : format);
            // Within a schema with a format the content is meant, elsewhere the schema with its format.
            if (format.isEmpty()) {
                relinking.lead(node, wrapper);
            }
        } else if (!moved.holds(target)) {
            moved.add(section, target);
        }
        visit(target, "");
    }

    private @Nullable String section(@Nullable Kind kind) {
        return kind == null
                ? "schemas"
                : grammar.componentsOf(kind, specVersion).orElse(null);
    }

    private boolean isElsewhere(Node node) {
        return !node.location().file().equals(root.location().file());
    }

    private static boolean isAvroFile(Node node) {
        return node.location().file().endsWith(".avsc")
                || node.location().file().endsWith(".avdl");
    }

    private static boolean isJsonSchema(String format) {
        return format.startsWith("application/vnd.aai.asyncapi") || format.startsWith("application/schema");
    }

    static Map<String, Member> copy(@Nullable ObjectNode object) {
        return object == null ? new LinkedHashMap<>() : new LinkedHashMap<>(object.members());
    }
}
