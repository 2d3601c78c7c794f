package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DecimalScaleChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The scale of a decimal changed. */
final class AvroDecimalScale extends Rule<DecimalScaleChanged> {

    AvroDecimalScale() {
        super(
                DecimalScaleChanged.class,
                new RuleInfo(
                        "avro-decimal-scale",
                        "avro",
                        "The scale of a decimal changed",
                        new Grid("M", "M"),
                        Bump.MINOR,
                        "Add a second field of the new scale"));
    }

    @Override
    protected String reason(DecimalScaleChanged change) {
        return "the scale changed from " + change.from() + " to " + change.to()
                + ": numbers are read without an error and shifted by powers of ten";
    }
}
