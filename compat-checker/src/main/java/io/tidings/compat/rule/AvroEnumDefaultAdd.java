package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.EnumDefaultAdded;

/** An enum got a default. */
final class AvroEnumDefaultAdd extends Rule<EnumDefaultAdded> {

    AvroEnumDefaultAdd() {
        super(
                EnumDefaultAdded.class,
                new RuleInfo(
                        "avro-enum-default-add",
                        "avro",
                        "An enum got a default",
                        new Grid("m", "m"),
                        Bump.NONE,
                        "Nothing to do: later versions may now add symbols"));
    }

    @Override
    String reason(EnumDefaultAdded change) {
        return "the enum has the default " + change.symbol() + " now";
    }
}
