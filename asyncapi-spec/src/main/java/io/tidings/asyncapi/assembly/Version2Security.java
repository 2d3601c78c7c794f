package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ArrayNode;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Security: 2.x names schemes and the scopes that are needed, 3.x refers to schemes, which carry those scopes. */
final class Version2Security {
    private static final Set<String> SCOPED = Set.of("oauth2", "openIdConnect");

    private final References references;
    private final Losses losses;
    private final Version2Components schemes;

    Version2Security(ObjectNode root, References references, Losses losses) {
        this.references = references;
        this.losses = losses;
        this.schemes = new Version2Components(root, "securitySchemes", references, Version2Security::scheme);
    }

    Version2Components components() {
        return schemes;
    }

    /** A server or an operation with its requirements as 3.x has them; a scheme that is not there is a rule's to say. */
    void requirements(ObjectNode holder, Trees tree) {
        holder.array("security").ifPresent(security -> {
            List<Node> converted = new ArrayList<>();
            security.items().forEach(item -> requirement(item, converted));
            boolean lost = converted.isEmpty() && !security.items().isEmpty();
            tree.replacing("security", lost ? null : Trees.list(security, converted));
        });
    }

    private void requirement(Node item, List<Node> converted) {
        if (!(item instanceof ObjectNode requirement)) {
            return;
        }
        if (requirement.members().isEmpty()) {
            losses.add(
                    "convert-security-optional",
                    "3.x cannot say that security is optional: what remains is required",
                    item,
                    null);
        } else if (requirement.members().size() > 1) {
            losses.add(
                    "convert-security-all",
                    "3.x cannot ask for several schemes at once: one of "
                            + String.join(", ", requirement.members().keySet()) + " is now enough",
                    item,
                    null);
        }
        requirement.members().values().forEach(member -> named(member, converted));
    }

    private void named(Member member, List<Node> converted) {
        ObjectNode reference = schemes.named(member.value(), member.name()).orElse(null);
        ObjectNode scheme =
                reference == null ? null : references.object(reference).orElse(null);
        boolean scopes =
                member.value() instanceof ArrayNode list && !list.items().isEmpty();
        if (scheme != null && scopes && SCOPED.contains(scheme.string("type").orElse(""))) {
            converted.add(Trees.at(scheme)
                    .allBut(Set.of())
                    .with("scopes", member.value())
                    .build());
        } else if (reference != null) {
            converted.add(reference);
        }
    }

    private static ObjectNode scheme(ObjectNode scheme) {
        ObjectNode flows = scheme.object("flows").orElse(null);
        if (flows == null) {
            return scheme;
        }
        Trees converted = Trees.at(flows).allBut(Set.of());
        flows.members().forEach((name, flow) -> {
            if (flow.value() instanceof ObjectNode object && !name.startsWith("x-")) {
                converted.replacing(
                        name,
                        Trees.at(object)
                                .allBut(Set.of())
                                .renaming(
                                        "scopes",
                                        "availableScopes",
                                        object.get("scopes").orElse(null))
                                .build());
            }
        });
        return Trees.at(scheme)
                .allBut(Set.of())
                .replacing("flows", converted.build())
                .build();
    }
}
