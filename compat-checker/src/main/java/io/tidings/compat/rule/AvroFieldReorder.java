package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.FieldsReordered;

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
    String reason(FieldsReordered change) {
        return "the fields of " + change.record() + " stand in another order: Avro reads by name, constructors do not";
    }
}
