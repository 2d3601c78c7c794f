package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldsReordered;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The order of fields changed. */
final class AvroFieldReorder extends Rule<FieldsReordered> {

    AvroFieldReorder() {
        super(
                FieldsReordered.class,
                new RuleInfo(
                        "avro-field-reorder",
                        "avro",
                        "The order of fields changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Keep the order: constructors take their arguments in it"));
    }

    @Override
    protected String reason(FieldsReordered change) {
        return "the fields of " + change.record() + " stand in another order: Avro reads by name, constructors do not";
    }
}
