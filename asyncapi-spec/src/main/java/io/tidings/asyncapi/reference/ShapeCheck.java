package io.tidings.asyncapi.reference;

import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.grammar.Grammar;
import io.tidings.asyncapi.grammar.GrammarCheck;
import io.tidings.asyncapi.grammar.Kind;
import io.tidings.asyncapi.grammar.ReferenceUse;
import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.remote.Credentials;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the shape of a document and of everything it refers to, in whatever file. */
public final class ShapeCheck {
    private static final String AVRO = "an Avro schema";

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

    /** The objects of each type of the grammar, wherever they stand; of what was checked so far. */
    public Map<String, List<ObjectNode>> objectsByType() {
        return check.objectsByType();
    }

    public void check(ObjectNode root) {
        check.check(root);
        // The list grows while targets are checked.
        int known = 0;
        for (int i = 0; i < check.references().size(); i++) {
            for (; known < check.references().size(); known++) {
                mergeable(check.references().get(known));
            }
            target(check.references().get(i));
        }
    }

    /** The JSON Schemas of the document, and of what it refers to. */
    public List<SchemaUse> schemas() {
        return List.copyOf(check.schemas());
    }

    /** Every reference of the document, and of what it refers to. */
    public List<ReferenceUse> references() {
        return List.copyOf(check.references());
    }

    private void mergeable(ReferenceUse use) {
        if (use.expected() instanceof Kind.Described described && grammar.mergesReferences(described.type())) {
            references.mergeSiblings(use.node());
        }
    }

    private void target(ReferenceUse use) {
        Resolution resolution = references.resolve(use.node());
        Node target = resolution.target();
        if (target == null) {
            return;
        }
        String found = otherThing(use.expected(), resolution.hop(), target);
        if (found != null) {
            String expected = use.expected() instanceof Kind.Described described
                    ? grammar.title(described.type())
                    : use.expected().label(grammar);
            diagnostics.error(
                    "reference-type",
                    "'" + Credentials.masked(use.node().string("$ref").orElse("")) + "' leads to " + found + ", where "
                            + expected + " is expected",
                    use.node(),
                    found.equals(AVRO) ? "name it as the 'payload' of a message" : null);
        } else if (!isAvroFile(target)) {
            check.check(target, use.expected());
        }
    }

    /** What a reference leads to, where that is not what is expected. */
    private @Nullable String otherThing(Kind expected, @Nullable Node hop, Node target) {
        boolean schema = expected == Kind.Plain.SCHEMA || expected == Kind.Plain.PAYLOAD;
        String wanted = expected instanceof Kind.Described described ? described.type() : null;
        if (wanted == null && !schema) {
            return null;
        }
        if (isAvroFile(target)) {
            return schema ? null : AVRO;
        }
        String actual = check.typeOf(target)
                .or(() -> hop == null ? Optional.empty() : check.typeOf(hop))
                .orElse(null);
        if (actual != null) {
            boolean same = schema ? actual.endsWith("Schema") : actual.equals(wanted);
            return same ? null : grammar.title(actual);
        }
        if (wanted == null) {
            return null;
        }
        if (!(target instanceof ObjectNode object)) {
            return "a value of kind " + target.kind();
        }
        if (check.isSchema(target)) {
            return "a schema";
        }
        return grammar.resembles(object, wanted) ? null : "something else";
    }

    private static boolean isAvroFile(Node node) {
        String file = node.location().file();
        return file.endsWith(".avsc") || file.endsWith(".avdl");
    }
}
