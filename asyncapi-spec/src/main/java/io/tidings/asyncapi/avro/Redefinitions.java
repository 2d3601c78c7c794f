package io.tidings.asyncapi.avro;

import io.tidings.asyncapi.avro.Outline.Definition;
import io.tidings.asyncapi.diagnostic.Diagnostic;
import io.tidings.asyncapi.diagnostic.Diagnostics;
import io.tidings.asyncapi.reference.References;
import io.tidings.asyncapi.source.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Full names that two schemas of a document define differently. Each schema by itself is right, and AsyncAPI forbids nothing;
 * but whoever names the type elsewhere gets one of the two, and so does the class that is generated for it.
 */
final class Redefinitions {
    private final Shape shape;
    private final Diagnostics diagnostics;

    Redefinitions(Names names, References references, Diagnostics diagnostics) {
        this.shape = new Shape(names, references);
        this.diagnostics = diagnostics;
    }

    void check(List<Outline> outlines) {
        Map<String, Definition> first = new HashMap<>();
        for (Outline outline : outlines) {
            for (Definition definition : outline.definitions.values()) {
                Definition earlier = first.putIfAbsent(definition.fullName(), definition);
                if (earlier != null && differ(earlier, definition)) {
                    report(definition, earlier);
                }
            }
        }
    }

    private boolean differ(Definition a, Definition b) {
        Node one = a.node();
        Node other = b.node();
        return one != other
                && !a.home().broken
                && !b.home().broken
                && !shape.of(a).equals(shape.of(b));
    }

    private void report(Definition definition, Definition earlier) {
        Node name = definition.node().get("name").orElse(definition.node());
        diagnostics.add(Diagnostic.warning(
                        "avro-type-redefined",
                        "another schema of the document defines '" + definition.fullName() + "' differently",
                        name.location(),
                        name.pointer(),
                        "define it once and name it elsewhere, or give one of them another name or namespace")
                .withRelated(earlier.node().locationOf("name"), "first here"));
    }
}
