package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.AsyncApiDocument;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.schema.Schemas;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules look at.
 *
 * @param document the model
 * @param written the document as it was written: of 2.x not what it was given the shape of
 * @param references how to follow a reference that the model no longer shows
 * @param schemas what stands inside messages
 */
public record Subject(AsyncApiDocument document, ObjectNode written, References references, Schemas schemas) {

    /** Whether the user wrote in the terms of 2.x. */
    boolean is2() {
        return document.specVersion().startsWith("2.");
    }

    /** The node that a reference names, as written; null where it leads nowhere or is none. */
    @Nullable Node hop(Node reference) {
        return reference instanceof ObjectNode object && object.string("$ref").isPresent()
                ? references.resolve(object).hop()
                : null;
    }

    static Collection<Member> members(ObjectNode node, String field) {
        return node.object(field).map(held -> held.members().values()).orElse(List.of());
    }

    static List<Node> items(ObjectNode node, String field) {
        return node.array(field).map(ArrayNode::items).orElse(List.of());
    }

    /** Whether a node is, by identity, the value of a member of a field of the holder. */
    static boolean holds(ObjectNode holder, String field, Node node) {
        return holder.object(field)
                .flatMap(members -> members.get(Pointers.last(node.pointer())))
                .filter(member -> member == node)
                .isPresent();
    }
}
