package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DefaultAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field got a default. */
final class AvroDefaultAdd extends Rule<DefaultAdded> {

    AvroDefaultAdd() {
        super(
                DefaultAdded.class,
                new RuleInfo(
                        "avro-default-add",
                        "avro",
                        "A field got a default",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do: a later version may now remove the field"));
    }

    @Override
    protected String reason(DefaultAdded change) {
        return "field " + change.field() + " has a default now";
    }
}
