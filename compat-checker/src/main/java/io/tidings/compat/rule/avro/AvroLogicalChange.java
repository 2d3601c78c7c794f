package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.LogicalTypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A logical type became another on the same base type. */
final class AvroLogicalChange extends Rule<LogicalTypeChanged> {

    AvroLogicalChange() {
        super(
                LogicalTypeChanged.class,
                new RuleInfo(
                        "avro-logical-change",
                        "avro",
                        "A logical type became another on the same base type",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a second field of the new logical type"));
    }

    @Override
    protected String reason(LogicalTypeChanged change) {
        return change.from() + " became " + change.to() + ": values are read without an error and mean something else";
    }
}
