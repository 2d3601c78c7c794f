package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.FieldRenamed;

/** A field was renamed and kept its old name as an alias. */
final class AvroFieldRenameAlias extends Rule<FieldRenamed> {

    AvroFieldRenameAlias() {
        super(
                FieldRenamed.class,
                new RuleInfo(
                        "avro-field-rename-alias",
                        "avro",
                        "A field was renamed and kept its old name as an alias",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Keep the old name, or add a second field"));
    }

    @Override
    Grid grid(FieldRenamed change) {
        return change.from().hasDefaultValue() ? new Grid("m+W", "m") : info().grid();
    }

    @Override
    String reason(FieldRenamed change) {
        return "field " + change.from().name() + " is called " + change.to().name()
                + " now: new readers follow the alias, old readers "
                + (change.from().hasDefaultValue() ? "see its default" : "fail");
    }
}
