package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.grammar.ReferenceUse;
import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;

/** Checks the shape of a document and of everything it refers to, in whatever file. */
public final class ShapeCheck {
    private final Grammar grammar;
    private final References references;
    private final Diagnostics diagnostics;
    private final GrammarCheck check;

    public ShapeCheck(Grammar grammar, String specVersion, References references, Diagnostics diagnostics) {
        this.grammar = grammar;
        this.references = references;
        this.diagnostics = diagnostics;
        this.check = new GrammarCheck(grammar, specVersion, diagnostics);
    }

    public void check(ObjectNode root) {
        check.check(root);
        // The list grows while targets are checked.
        for (int i = 0; i < check.references().size(); i++) {
            target(check.references().get(i));
        }
    }

    /** The JSON Schemas of the document, and of what it refers to. */
    public List<SchemaUse> schemas() {
        return List.copyOf(check.schemas());
    }

    private void target(ReferenceUse use) {
        Node target = references.resolve(use.node()).target();
        if (target == null || target.location().file().endsWith(".avsc")) {
            return;
        }
        String expected = use.expected() instanceof Kind.Described described ? described.type() : null;
        String actual = check.typeOf(target).orElse(null);
        if (expected != null && actual != null && !actual.equals(expected)) {
            diagnostics.error(
                    "reference-type",
                    "'" + use.node().string("$ref").orElse("") + "' leads to " + grammar.title(actual) + ", where "
                            + grammar.title(expected) + " is expected",
                    use.node(),
                    null);
        } else {
            check.check(target, use.expected());
        }
    }
}
