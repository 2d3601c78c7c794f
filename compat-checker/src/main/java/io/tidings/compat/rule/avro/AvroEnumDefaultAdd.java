package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumDefaultAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected String reason(EnumDefaultAdded change) {
        return "the enum has the default " + change.symbol() + " now";
    }
}
