package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.Promotion;
import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A number type was widened. */
final class AvroTypeWiden extends Rule<TypeChanged> {

    AvroTypeWiden() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-type-widen",
                        "avro",
                        "A number type was widened",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Add a second field of the wider type"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return Types.numeric(change.from(), change.to())
                && Promotion.allows(change.to().getType(), change.from().getType())
                && !Promotion.losesDigits(change.to().getType(), change.from().getType());
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to())
                + ": new readers promote old values, old readers cannot read new ones";
    }
}
