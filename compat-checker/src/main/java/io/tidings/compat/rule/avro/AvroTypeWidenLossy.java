package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.Promotion;
import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A number type was widened to one that may lose digits. */
final class AvroTypeWidenLossy extends Rule<TypeChanged> {

    AvroTypeWidenLossy() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-type-widen-lossy",
                        "avro",
                        "A number type was widened to one that may lose digits",
                        new Grid("M", "m+W"),
                        Bump.MAJOR,
                        "Use double for int, decimal for long"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return Promotion.losesDigits(change.to().getType(), change.from().getType());
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to())
                + ": digits can get lost in old values, and old readers cannot read new ones";
    }
}
