package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field that had a default was removed. */
final class AvroFieldRemove extends Rule<FieldRemoved> {

    AvroFieldRemove() {
        super(
                FieldRemoved.class,
                new RuleInfo(
                        "avro-field-remove",
                        "avro",
                        "A field that had a default was removed",
                        new Grid("m+W", "m"),
                        Bump.MAJOR,
                        "Check that old readers may see the default instead"));
    }

    @Override
    protected boolean fires(FieldRemoved change) {
        return change.field().hasDefaultValue();
    }

    @Override
    protected String reason(FieldRemoved change) {
        return "field " + change.field().name() + " is gone: old readers see its default instead";
    }
}
