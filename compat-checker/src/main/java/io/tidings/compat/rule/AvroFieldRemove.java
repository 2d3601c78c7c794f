package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.FieldRemoved;

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
    boolean fires(FieldRemoved change) {
        return change.field().hasDefaultValue();
    }

    @Override
    String reason(FieldRemoved change) {
        return "field " + change.field().name() + " is gone: old readers see its default instead";
    }
}
