package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.Promotion;
import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A number type was narrowed. */
final class AvroTypeNarrow extends Rule<TypeChanged> {

    AvroTypeNarrow() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-type-narrow",
                        "avro",
                        "A number type was narrowed",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Keep the wider type"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return Types.numeric(change.from(), change.to())
                && Promotion.allows(change.from().getType(), change.to().getType());
    }

    @Override
    protected Grid grid(TypeChanged change) {
        return Promotion.losesDigits(change.from().getType(), change.to().getType())
                ? new Grid("m+W/M", "M")
                : info().grid();
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to())
                + ": old values do not fit new readers";
    }
}
