package io.tidings.sync.plan;

import java.util.List;
import org.apache.avro.Schema;

/**
 * A schema and the subject it is for.
 *
 * @param schema whole: every name it uses is defined in it
 * @param references what its text names instead of defining it, by name; registered before it
 * @param uses why it is registered, at least one, in the order of the documents
 */
public record PlannedSchema(String subject, Schema schema, List<Reference> references, List<SchemaUse> uses) {

    /**
     * Another subject of the plan.
     *
     * @param name the full name of the type that it is called by
     */
    public record Reference(String name, String subject) {}

    public PlannedSchema {
        references = List.copyOf(references);
        uses = List.copyOf(uses);
    }

    /** Where to point when there is something to say of it. */
    public SchemaUse use() {
        return uses.get(0);
    }
}
