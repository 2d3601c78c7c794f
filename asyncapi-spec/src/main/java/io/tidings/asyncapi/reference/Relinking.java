package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Nodes;
import io.tidings.asyncapi.source.Pointers;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.IdentityHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the references of a tree that was put together from nodes of other trees the texts that lead, in the new tree, to
 * the nodes they led to before. A node that is not in the new tree is referred to in its file.
 */
public final class Relinking {
    private final References references;
    private final String file;
    private final IdentityHashMap<Node, String> pointers = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> replaced = new IdentityHashMap<>();
    private final IdentityHashMap<Node, Node> leads = new IdentityHashMap<>();
    private @Nullable Node root;

    /** @param file the one that the tree will be written beside: paths are relative to its folder */
    public Relinking(References references, String file) {
        this.references = references;
        this.file = file;
    }

    /** Lets something stand in the place of a node. */
    public void replace(Node node, Node other) {
        replaced.put(node, other);
    }

    /** Lets a reference lead to another node than it did. */
    public void lead(Node reference, Node other) {
        leads.put(reference, other);
    }

    /** The tree with the right texts and pointers. */
    public ObjectNode of(ObjectNode tree) {
        root = tree;
        number(tree, "");
        return (ObjectNode) Nodes.replace(tree, this::relinked);
    }

    private void number(Node node, String pointer) {
        // A node that stands in several places is meant by the first.
        pointers.putIfAbsent(node, pointer);
        if (node instanceof ObjectNode object) {
            object.members().values().forEach(member -> number(member.value(), Pointers.child(pointer, member.name())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.items().size(); i++) {
                number(array.items().get(i), Pointers.child(pointer, Integer.toString(i)));
            }
        }
    }

    private Node relinked(Node node) {
        Node other = replaced.get(node);
        if (other != null) {
            return other;
        }
        Resolution resolution = references.known(node).orElse(null);
        if (resolution == null || !(node instanceof ObjectNode object)) {
            return node;
        }
        String written = object.string("$ref").orElse("");
        String text = text(object, written, resolution);
        return text.equals(written) ? node : ReferencePath.withText(object, text);
    }

    private String text(ObjectNode node, String written, Resolution resolution) {
        String from = node.location().file();
        Node hop = leads.getOrDefault(node, resolution.hop());
        if (hop == null) {
            ReferenceText text = ReferenceText.of(written);
            boolean elsewhere = text.scheme().isEmpty() && !text.path().isEmpty();
            return elsewhere ? moved(written, from) : written;
        }
        String pointer = pointers.get(hop);
        if (pointer != null) {
            boolean stands = from.equals(file) && written.startsWith("#") && leadsThere(written, hop);
            return stands ? written : ReferencePath.fragment(pointer);
        }
        String path =
                ReferencePath.between(Path.of(file), Path.of(hop.location().file()));
        return path + (hop.pointer().isEmpty() ? "" : ReferencePath.fragment(hop.pointer()));
    }

    /** Whether a path through other references, as it is written, still leads to the node: then it is left alone. */
    private boolean leadsThere(String written, Node hop) {
        String fragment = ReferenceText.of(written).fragment();
        Node at = root;
        for (String token : Pointers.tokens(fragment)) {
            Node holder = at == null ? null : references.follow(at).orElse(null);
            at = holder == null ? null : child(holder, token);
        }
        return at == hop;
    }

    private static @Nullable Node child(Node holder, String token) {
        if (holder instanceof ObjectNode object) {
            return object.get(token).orElse(null);
        }
        boolean index = holder instanceof ArrayNode && token.matches("[0-9]{1,9}");
        int i = index ? Integer.parseInt(token) : 0;
        return index && i < ((ArrayNode) holder).items().size()
                ? ((ArrayNode) holder).items().get(i)
                : null;
    }

    private String moved(String written, String from) {
        int hash = written.indexOf('#');
        try {
            Path here = Path.of(from);
            boolean stays = here.resolveSibling("x").equals(Path.of(file).resolveSibling("x"));
            String path = ReferencePath.between(
                    Path.of(file), here.resolveSibling(ReferenceText.of(written).path()));
            return stays ? written : path + (hash < 0 ? "" : written.substring(hash));
        } catch (InvalidPathException e) {
            return written;
        }
    }
}
