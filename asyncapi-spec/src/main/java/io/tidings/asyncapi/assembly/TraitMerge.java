package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Applies traits (AsyncAPI 3.0, "Traits Merge Mechanism"): a JSON Merge Patch of each trait in order. Every value keeps the
 * place where it was written.
 */
final class TraitMerge {
    private final References references;

    TraitMerge(References references) {
        this.references = references;
    }

    /** As 3.x does it: the object itself comes last, so that it wins. */
    ObjectNode apply(ObjectNode target) {
        List<ObjectNode> traits = traitsOf(target);
        if (traits.isEmpty()) {
            return target;
        }
        Map<String, Member> merged = new LinkedHashMap<>();
        traits.forEach(trait -> patch(merged, trait));
        patch(merged, target);
        return new ObjectNode(target.location(), target.pointer(), merged);
    }

    /** As 2.x does it: traits are merged over the object, so that they win. */
    ObjectNode applyOver(ObjectNode target) {
        List<ObjectNode> traits = traitsOf(target);
        if (traits.isEmpty()) {
            return target;
        }
        Map<String, Member> merged = new LinkedHashMap<>(target.members());
        traits.forEach(trait -> patch(merged, trait));
        return new ObjectNode(target.location(), target.pointer(), merged);
    }

    private List<ObjectNode> traitsOf(ObjectNode target) {
        return target.get("traits").flatMap(references::follow).stream()
                .filter(ArrayNode.class::isInstance)
                .flatMap(node -> ((ArrayNode) node).items().stream())
                .flatMap(trait -> references.object(trait).stream())
                .toList();
    }

    private void patch(Map<String, Member> onto, ObjectNode patch) {
        for (Member member : patch.members().values()) {
            Member below = onto.get(member.name());
            Node value = below == null ? member.value() : merge(below.value(), member.value());
            onto.put(member.name(), new Member(member.name(), member.keyLocation(), value));
        }
    }

    private Node merge(Node below, Node above) {
        // A reference is a value of its own: only what it leads to can be merged.
        ObjectNode lower = references.object(below).orElse(null);
        ObjectNode upper = references.object(above).orElse(null);
        if (lower == null || upper == null) {
            return above;
        }
        Map<String, Member> merged = new LinkedHashMap<>(lower.members());
        patch(merged, upper);
        return new ObjectNode(upper.location(), upper.pointer(), merged);
    }
}
