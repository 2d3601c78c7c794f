package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumReordered;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The order of the symbols of an enum changed. */
final class AvroEnumReorder extends Rule<EnumReordered> {

    AvroEnumReorder() {
        super(
                EnumReordered.class,
                new RuleInfo(
                        "avro-enum-reorder",
                        "avro",
                        "The order of the symbols of an enum changed",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Append new symbols at the end"));
    }

    @Override
    protected String reason(EnumReordered change) {
        return "the symbols of enum " + change.name() + " stand in another order: Avro reads by name, sorting does not";
    }
}
