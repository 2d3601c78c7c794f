package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Siblings of a {@code $ref}. They are ignored; but in a Channel Item of 2.x {@code $ref} is a field beside others, and what
 * it leads to completes them (AsyncAPI 2.x, Channel Item Object: only conflicts are undefined).
 */
final class FieldReferences {
    private static final String REFERENCE = "$ref";

    private final Diagnostics diagnostics;
    private final IdentityHashMap<Node, Boolean> fields = new IdentityHashMap<>();

    FieldReferences(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** Says that in this object {@code $ref} is a field. */
    void add(ObjectNode node) {
        fields.put(node, true);
    }

    /** The resolution, completed by siblings where they count; warns where they do not. */
    Resolution complete(ObjectNode node, Resolution resolution) {
        List<String> siblings = node.members().keySet().stream()
                .filter(name -> !name.equals(REFERENCE))
                .toList();
        if (siblings.isEmpty()) {
            return resolution;
        }
        if (!fields.containsKey(node)) {
            diagnostics.warning(
                    "reference-siblings",
                    "beside a '$ref' everything else is ignored: " + String.join(", ", siblings),
                    node,
                    "move it to what the reference leads to, or remove it");
            return resolution;
        }
        if (resolution.target() instanceof ObjectNode target) {
            return new Resolution(resolution.hop(), merge(node, target), false);
        }
        ObjectNode alone = new ObjectNode(node.location(), node.pointer(), own(node));
        return resolution.unchecked() ? new Resolution(null, alone, true) : resolution;
    }

    private ObjectNode merge(ObjectNode node, ObjectNode target) {
        Map<String, Member> members = new LinkedHashMap<>(target.members());
        own(node).forEach((name, member) -> {
            Member other = members.put(name, member);
            if (other != null) {
                diagnostics.add(Diagnostic.warning(
                                "reference-conflict",
                                "'" + name + "' stands here and in what the reference leads to: AsyncAPI leaves open"
                                        + " which counts",
                                member.keyLocation(),
                                member.value().pointer(),
                                "keep one of them; here this one counts")
                        .withRelated(other.keyLocation(), "the other one"));
            }
        });
        return new ObjectNode(target.location(), target.pointer(), members);
    }

    private static Map<String, Member> own(ObjectNode node) {
        Map<String, Member> members = new LinkedHashMap<>(node.members());
        members.remove(REFERENCE);
        return members;
    }
}
