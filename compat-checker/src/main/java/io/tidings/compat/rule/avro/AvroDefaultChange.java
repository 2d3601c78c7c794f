package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.DefaultChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The default of a field changed. */
final class AvroDefaultChange extends Rule<DefaultChanged> {

    AvroDefaultChange() {
        super(
                DefaultChanged.class,
                new RuleInfo(
                        "avro-default-change",
                        "avro",
                        "The default of a field changed",
                        new Grid("m+W", "m+W"),
                        Bump.MINOR,
                        "Keep the default: where the field is missing, old and new readers see different values"));
    }

    @Override
    protected String reason(DefaultChanged change) {
        return "the default of field " + change.field()
                + " changed: old and new readers see different values where it is missing";
    }
}
