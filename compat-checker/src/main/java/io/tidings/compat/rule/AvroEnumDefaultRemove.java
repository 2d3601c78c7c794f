package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.EnumDefaultRemoved;

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
    String reason(EnumDefaultRemoved change) {
        return "the enum has no default any more (it was " + change.symbol()
                + "): symbols added later break its readers";
    }
}
