package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.LogicalTypePresence;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A logical type was added or removed. */
final class AvroLogicalAddRemove extends Rule<LogicalTypePresence> {

    AvroLogicalAddRemove() {
        super(
                LogicalTypePresence.class,
                new RuleInfo(
                        "avro-logical-add-remove",
                        "avro",
                        "A logical type was added or removed",
                        new Grid("W", "W"),
                        Bump.MAJOR,
                        "Check that both sides mean the same by the raw value"));
    }

    @Override
    protected String reason(LogicalTypePresence change) {
        return "logical type " + change.name() + (change.added() ? " is new" : " is gone")
                + ": the bytes stay, the generated type changes";
    }
}
