package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.DefaultAdded;

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
    String reason(DefaultAdded change) {
        return "field " + change.field() + " has a default now";
    }
}
