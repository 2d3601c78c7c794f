package io.tidings.asyncapi.model;

import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the references of a document lead: for those who go on where the model ends, at a node of its trees, such as the
 * schemas within a JSON Schema. Immutable, safe for use by several threads.
 *
 * <p>Links say nothing that the files do not say. So all of them are equal, and documents are where their trees are.
 */
public final class Links {
    private final IdentityHashMap<Node, Node> targets;

    /** @param targets by reference, each the very node of a tree */
    public Links(IdentityHashMap<Node, Node> targets) {
        this.targets = new IdentityHashMap<>(targets);
    }

    /**
     * The node at the end of a reference, in whatever file it stands; any other node as it is, and a reference that leads to
     * nothing that was read too. A schema may lead back to itself: who goes down has to remember where they were.
     */
    public Node follow(Node node) {
        return targets.getOrDefault(node, node);
    }

    /** The object that a member of an object is or leads to. */
    public Optional<ObjectNode> object(ObjectNode parent, String member) {
        return parent.get(member)
                .map(this::follow)
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Links;
    }

    @Override
    public int hashCode() {
        return Links.class.hashCode();
    }

    @Override
    public String toString() {
        return "links";
    }
}
