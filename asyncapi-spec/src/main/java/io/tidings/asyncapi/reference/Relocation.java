package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.ReferenceUse;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.IdentityHashMap;

/** Moves a document to another folder: its relative references lead to the same files from there. */
public final class Relocation {
    private final Path from;
    private final Path to;
    private final IdentityHashMap<Node, Boolean> references = new IdentityHashMap<>();

    private Relocation(Path from, Path to) {
        this.from = from.toAbsolutePath().normalize();
        this.to = to.toAbsolutePath().normalize();
    }

    /** The tree of a document as it has to be written into a file. */
    public static ObjectNode of(ObjectNode root, String specVersion, Path target) {
        Relocation relocation = new Relocation(Path.of(root.location().file()), target);
        if (relocation.from.resolveSibling("x").equals(relocation.to.resolveSibling("x"))) {
            return root;
        }
        relocation.find(root, specVersion.startsWith("2.") ? Grammar.version2() : Grammar.version3(), specVersion);
        return (ObjectNode) Nodes.replace(root, relocation::moved);
    }

    /** By the grammar, because in an example a {@code $ref} is data. */
    private void find(ObjectNode root, Grammar grammar, String specVersion) {
        GrammarCheck check = new GrammarCheck(grammar, specVersion, new Diagnostics());
        check.check(root);
        check.references().stream().map(ReferenceUse::node).forEach(node -> references.put(node, true));
        Nodes.walk(root)
                .filter(node -> node instanceof ObjectNode object
                        && object.string("schemaFormat").orElse("").contains("avro"))
                .flatMap(node -> ((ObjectNode) node).get("schema").stream())
                .flatMap(Nodes::walk)
                .forEach(node -> references.put(node, true));
    }

    private Node moved(Node node) {
        if (!references.containsKey(node) || !(node instanceof ObjectNode object)) {
            return node;
        }
        String written = object.string("$ref").orElse("");
        ReferenceText text = ReferenceText.of(written);
        if (text.path().isEmpty() || !text.scheme().isEmpty()) {
            return node;
        }
        try {
            int hash = written.indexOf('#');
            String path = ReferencePath.between(to, from.resolveSibling(text.path()));
            return ReferencePath.withText(object, path + (hash < 0 ? "" : written.substring(hash)));
        } catch (InvalidPathException e) {
            return node;
        }
    }
}
