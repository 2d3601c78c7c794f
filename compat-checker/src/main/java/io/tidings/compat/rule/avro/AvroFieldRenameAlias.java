package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.FieldRenamed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected Grid grid(FieldRenamed change) {
        return change.from().hasDefaultValue() ? new Grid("m+W", "m") : info().grid();
    }

    @Override
    protected String reason(FieldRenamed change) {
        return "field " + change.from().name() + " is called " + change.to().name()
                + " now: new readers follow the alias, old readers "
                + (change.from().hasDefaultValue() ? "see its default" : "fail");
    }
}
