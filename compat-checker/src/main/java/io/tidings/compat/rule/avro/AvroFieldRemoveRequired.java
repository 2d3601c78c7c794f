package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field that had no default was removed. */
final class AvroFieldRemoveRequired extends Rule<FieldRemoved> {

    AvroFieldRemoveRequired() {
        super(
                FieldRemoved.class,
                new RuleInfo(
                        "avro-field-remove-required",
                        "avro",
                        "A field that had no default was removed",
                        new Grid("M", "m+W"),
                        Bump.MAJOR,
                        "Keep the field; or give it a default in one version and remove it in a later MAJOR one"));
    }

    @Override
    protected boolean fires(FieldRemoved change) {
        return !change.field().hasDefaultValue();
    }

    @Override
    protected String reason(FieldRemoved change) {
        return "field " + change.field().name() + " is gone and had no default: old readers cannot read new data";
    }
}
