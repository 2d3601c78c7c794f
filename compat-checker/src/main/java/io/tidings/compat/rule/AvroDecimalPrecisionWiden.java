package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.DecimalPrecisionChanged;

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
    boolean fires(DecimalPrecisionChanged change) {
        return change.to() > change.from();
    }

    @Override
    String reason(DecimalPrecisionChanged change) {
        return "the precision grew from " + change.from() + " to " + change.to()
                + ": new values can be too long for old readers";
    }
}
