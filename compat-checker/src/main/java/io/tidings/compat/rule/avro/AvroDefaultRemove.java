package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DefaultRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field lost its default. */
final class AvroDefaultRemove extends Rule<DefaultRemoved> {

    AvroDefaultRemove() {
        super(
                DefaultRemoved.class,
                new RuleInfo(
                        "avro-default-remove",
                        "avro",
                        "A field lost its default",
                        new Grid("m", "m"),
                        Bump.MAJOR,
                        "Keep the default: data of versions that lack the field needs it"));
    }

    @Override
    protected String reason(DefaultRemoved change) {
        return "field " + change.field()
                + " has no default any more: new readers need the field in all data that still lives; give every live version as a base";
    }
}
