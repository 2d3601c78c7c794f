package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A field with a default was added. */
final class AvroFieldAddDefault extends Rule<FieldAdded> {

    AvroFieldAddDefault() {
        super(
                FieldAdded.class,
                new RuleInfo(
                        "avro-field-add-default",
                        "avro",
                        "A field with a default was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do"));
    }

    @Override
    protected boolean fires(FieldAdded change) {
        return change.field().hasDefaultValue();
    }

    @Override
    protected String reason(FieldAdded change) {
        return "field " + change.field().name() + " is new and has a default: old and new read each other";
    }
}
