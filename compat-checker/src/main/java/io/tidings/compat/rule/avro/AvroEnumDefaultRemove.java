package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumDefaultRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An enum lost its default. */
final class AvroEnumDefaultRemove extends Rule<EnumDefaultRemoved> {

    AvroEnumDefaultRemove() {
        super(
                EnumDefaultRemoved.class,
                new RuleInfo(
                        "avro-enum-default-remove",
                        "avro",
                        "An enum lost its default",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Keep the default"));
    }

    @Override
    protected String reason(EnumDefaultRemoved change) {
        return "the enum has no default any more (it was " + change.symbol()
                + "): symbols added later break its readers";
    }
}
