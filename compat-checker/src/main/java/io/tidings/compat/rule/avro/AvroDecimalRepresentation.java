package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DecimalRepresentationChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected String reason(DecimalRepresentationChanged change) {
        return "the decimal was " + change.from() + ", it is " + change.to()
                + " now: Java cannot read one as the other";
    }
}
