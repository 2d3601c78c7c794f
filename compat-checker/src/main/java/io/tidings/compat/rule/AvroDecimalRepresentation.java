package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.DecimalRepresentationChanged;

/** A decimal moved between bytes and fixed. */
final class AvroDecimalRepresentation extends Rule<DecimalRepresentationChanged> {

    AvroDecimalRepresentation() {
        super(
                DecimalRepresentationChanged.class,
                new RuleInfo(
                        "avro-decimal-representation",
                        "avro",
                        "A decimal moved between bytes and fixed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a second field"));
    }

    @Override
    String reason(DecimalRepresentationChanged change) {
        return "the decimal was " + change.from() + ", it is " + change.to()
                + " now: Java cannot read one as the other";
    }
}
