package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.Promotion;
import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A type became another that no promotion leads to. */
final class AvroTypeChange extends Rule<TypeChanged> {

    AvroTypeChange() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-type-change",
                        "avro",
                        "A type became another that no promotion leads to",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a second field of the new type"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return !Promotion.allows(change.from().getType(), change.to().getType())
                && !Promotion.allows(change.to().getType(), change.from().getType());
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to()) + ": neither side reads the other";
    }
}
