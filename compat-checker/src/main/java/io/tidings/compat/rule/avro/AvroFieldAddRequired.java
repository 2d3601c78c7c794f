package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field without a default was added. */
final class AvroFieldAddRequired extends Rule<FieldAdded> {

    AvroFieldAddRequired() {
        super(
                FieldAdded.class,
                new RuleInfo(
                        "avro-field-add-required",
                        "avro",
                        "A field without a default was added",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Give the field a default, such as null in a union with null"));
    }

    @Override
    protected boolean fires(FieldAdded change) {
        return !change.field().hasDefaultValue();
    }

    @Override
    protected String reason(FieldAdded change) {
        return "field " + change.field().name() + " is new and has no default: old data lacks it, so new readers fail";
    }
}
