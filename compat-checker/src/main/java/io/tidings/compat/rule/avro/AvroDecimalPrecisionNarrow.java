package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DecimalPrecisionChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A decimal can have fewer digits. */
final class AvroDecimalPrecisionNarrow extends Rule<DecimalPrecisionChanged> {

    AvroDecimalPrecisionNarrow() {
        super(
                DecimalPrecisionChanged.class,
                new RuleInfo(
                        "avro-decimal-precision-narrow",
                        "avro",
                        "A decimal can have fewer digits",
                        new Grid("m/M", "M"),
                        Bump.NONE,
                        "Keep the precision"));
    }

    @Override
    protected boolean fires(DecimalPrecisionChanged change) {
        return change.to() < change.from();
    }

    @Override
    protected String reason(DecimalPrecisionChanged change) {
        return "the precision shrank from " + change.from() + " to " + change.to()
                + ": old values can be too long for new readers";
    }
}
