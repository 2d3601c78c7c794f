package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.Set;
import java.util.function.Function;

/** Bindings: 2.x lets any protocol have them, 3.x those that it knows. */
final class Version2Bindings {
    private static final Set<String> PROTOCOLS = Grammar.version3().fieldsOf("ServerBindings");

    private final Losses losses;

    Version2Bindings(Losses losses) {
        this.losses = losses;
    }

    /** Converts the bindings of something. */
    void of(ObjectNode holder, Trees tree) {
        holder.object("bindings").ifPresent(bindings -> tree.replacing("bindings", known(bindings)));
    }

    /** Converts the components that are bindings. */
    void ofComponents(ObjectNode components, Trees tree) {
        for (Member section : components.members().values()) {
            if (section.name().endsWith("Bindings") && section.value() instanceof ObjectNode held) {
                tree.replacing(section.name(), each(held, this::known));
            }
        }
    }

    private static ObjectNode each(ObjectNode held, Function<ObjectNode, Node> conversion) {
        Trees tree = Trees.at(held).allBut(Set.of());
        held.members().values().forEach(member -> {
            if (member.value() instanceof ObjectNode object) {
                tree.replacing(member.name(), conversion.apply(object));
            }
        });
        return tree.build();
    }

    /** The very same where nothing is lost: references lead to it. */
    private ObjectNode known(ObjectNode bindings) {
        Trees tree = Trees.at(bindings).allBut(Set.of());
        boolean lost = false;
        for (Member member : bindings.members().values()) {
            String name = member.name();
            if (!PROTOCOLS.contains(name) && !name.startsWith("x-") && !name.equals("$ref")) {
                losses.add(
                        "convert-binding",
                        "3.x has no binding of '" + name + "': it is left out",
                        member.value(),
                        "write it as an extension, 'x-" + name + "'");
                tree.replacing(name, null);
                lost = true;
            }
        }
        return lost ? tree.build() : bindings;
    }
}
