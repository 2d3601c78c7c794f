package io.tidings.asyncapi.schema;

import io.tidings.asyncapi.grammar.SchemaUse;
import io.tidings.asyncapi.reference.References;
import java.util.List;

/** The schemas of one document, and what can be asked of them. For one thread. */
public final class Schemas {
    private final SchemaCheck check;

    public Schemas(References references, List<SchemaUse> roots) {
        this.check = new SchemaCheck(references);
        roots.forEach(root -> check.add(root.node(), Dialect.ofFormat(root.schemaFormat())));
    }

    /** What makes a schema none. */
    public List<Problem> mistakes() {
        return check.mistakes;
    }

    /** Schemas that apply themselves to the same value: JSON Schema leaves open what that means. */
    public List<Problem> selfMade() {
        return check.selfMade;
    }

    /** Words that JSON Schema does not know, and that nearly are keywords. */
    public List<Problem> nearMisses() {
        return check.nearMisses;
    }

    /** Discriminators that name no required property. */
    public List<Problem> discriminators() {
        return check.discriminators;
    }
}
