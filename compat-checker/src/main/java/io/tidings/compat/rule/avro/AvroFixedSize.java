package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FixedSizeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The size of a fixed changed. */
final class AvroFixedSize extends Rule<FixedSizeChanged> {

    AvroFixedSize() {
        super(
                FixedSizeChanged.class,
                new RuleInfo(
                        "avro-fixed-size",
                        "avro",
                        "The size of a fixed changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a fixed of another name"));
    }

    @Override
    protected String reason(FixedSizeChanged change) {
        return "the size changed from " + change.from() + " to " + change.to() + " bytes: neither side reads the other";
    }
}
