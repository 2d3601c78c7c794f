package io.tidings.asyncapi.assembly;

import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.Member;
import io.tidings.asyncapi.source.Node.ObjectNode;
import io.tidings.asyncapi.source.Pointers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bindings: 2.x lets pass what 3.x does not know, protocols as well as fields. That is left out. */
final class Version2Bindings {
    private static final String SECTION = "Bindings";

    private final References references;
    private final Losses losses;

    Version2Bindings(References references, Losses losses) {
        this.references = references;
        this.losses = losses;
    }

    /**
     * Converts the bindings of something.
     *
     * @param kind what it is, as the grammar calls it: {@code Server}, {@code Channel}, {@code Operation}, {@code Message}
     */
    void of(String kind, ObjectNode holder, Trees tree) {
        holder.object("bindings").ifPresent(bindings -> tree.replacing("bindings", known(kind + SECTION, bindings)));
    }

    /** Converts the components that are bindings. */
    void ofComponents(ObjectNode components, Trees tree) {
        for (Member section : components.members().values()) {
            if (section.name().matches("(server|channel|operation|message)Bindings")
                    && section.value() instanceof ObjectNode held) {
                String kind = section.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + section.name().substring(1);
                Trees all = Trees.at(held).allBut(Set.of());
                held.members().forEach((name, member) -> {
                    if (member.value() instanceof ObjectNode bindings) {
                        all.replacing(name, known(kind, bindings));
                    }
                });
                tree.replacing(section.name(), all.build());
            }
        }
    }

    /** The very same where nothing is lost: references lead to it. */
    private ObjectNode known(String kind, ObjectNode bindings) {
        if (bindings.string("$ref").isPresent()) {
            return bindings;
        }
        Trees tree = Trees.at(bindings).allBut(Set.of());
        boolean changed = false;
        for (Member member : bindings.members().values()) {
            // 2.x let a reference stand for a binding, which 3.x does not: it is written out.
            Node written = references.follow(member.value()).orElse(member.value());
            Node left = known(kind, bindings, member.name(), written);
            changed |= left != member.value();
            tree.replacing(member.name(), left);
        }
        return changed ? tree.build() : bindings;
    }

    private @Nullable Node known(String kind, ObjectNode place, String protocol, Node written) {
        ObjectNode alone = Trees.at(Trees.object(place)).with(protocol, written).build();
        Diagnostics found = new Diagnostics();
        new GrammarCheck(Grammar.version3(), "3.1.0", found).check(alone, new Kind.Described(kind));
        Set<String> gone = new HashSet<>();
        boolean whole = false;
        for (Diagnostic diagnostic : found.all()) {
            if (diagnostic.isError()) {
                boolean field = diagnostic.pointer().startsWith(written.pointer() + "/");
                whole |= !field;
                if (field) {
                    gone.add(Pointers.tokens(diagnostic
                                    .pointer()
                                    .substring(written.pointer().length()))
                            .get(0));
                }
                losses.add(
                        "convert-binding",
                        "3.x does not let pass what 2.x does, it is left out: " + diagnostic.message(),
                        diagnostic,
                        "write it as an extension, beginning with 'x-'");
            }
        }
        if (whole) {
            return null;
        }
        return gone.isEmpty() || !(written instanceof ObjectNode binding)
                ? written
                : Trees.at(binding).allBut(gone).build();
    }
}
