package io.tidings.codegen.migration;

import io.tidings.codegen.plan.ClassNames;
import io.tidings.codegen.plan.Coding;
import io.tidings.codegen.plan.Codings;
import io.tidings.codegen.plan.FieldNames;
import io.tidings.codegen.plan.GenerationPlan;
import org.apache.avro.Schema;

/** One of the two versions: how its classes look. */
final class Version {

    private final GenerationPlan plan;
    private final Codings codings;

    Version(GenerationPlan plan) {
        this.plan = plan;
        // Where values are only held, it does not count who writes them.
        this.codings = new Codings(plan.records().stringType(), ClassNames::of);
    }

    /** Whether the user has the class already, whose methods nobody knows. */
    boolean exists(Schema schema) {
        return plan.existing().has(schema);
    }

    String number() {
        return plan.version();
    }

    /** As what Java holds values of a class's schema. */
    Coding held(Schema schema) {
        return codings.of(schema);
    }

    FieldNames names(Schema record, Schema.Field field) {
        return FieldNames.of(record).get(field.pos());
    }

    boolean givesOptional(Schema.Field field) {
        return plan.records().accessors().returnsOptional(field.schema().isNullable());
    }
}
