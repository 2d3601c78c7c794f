package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DecimalPrecisionChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A decimal can have more digits. */
final class AvroDecimalPrecisionWiden extends Rule<DecimalPrecisionChanged> {

    AvroDecimalPrecisionWiden() {
        super(
                DecimalPrecisionChanged.class,
                new RuleInfo(
                        "avro-decimal-precision-widen",
                        "avro",
                        "A decimal can have more digits",
                        new Grid("M", "m"),
                        Bump.NONE,
                        "Upgrade consumers first, in a new MAJOR version"));
    }

    @Override
    protected boolean fires(DecimalPrecisionChanged change) {
        return change.to() > change.from();
    }

    @Override
    protected String reason(DecimalPrecisionChanged change) {
        return "the precision grew from " + change.from() + " to " + change.to()
                + ": new values can be too long for old readers";
    }
}
