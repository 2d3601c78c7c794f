package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.NameChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import org.apache.avro.Schema;

/** An enum or fixed was renamed. */
final class AvroNamedTypeRename extends Rule<NameChanged> {

    AvroNamedTypeRename() {
        super(
                NameChanged.class,
                new RuleInfo(
                        "avro-named-type-rename",
                        "avro",
                        "An enum or fixed was renamed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the name"));
    }

    @Override
    protected boolean fires(NameChanged change) {
        return change.from().getType() != Schema.Type.RECORD;
    }

    @Override
    protected Grid grid(NameChanged change) {
        return change.aliased()
                ? new Grid(change.foretold() ? "m" : "M", "m")
                : change.foretold() ? new Grid("m/M", "M") : info().grid();
    }

    @Override
    protected String reason(NameChanged change) {
        return change.from().getFullName() + " is called " + change.to().getFullName() + " now"
                + (change.aliased()
                        ? change.foretold()
                                ? ": each has the other's name as an alias"
                                : ": new readers follow the alias, old readers fail"
                        : change.foretold()
                                ? ": old readers follow their alias, new ones do not know the old name"
                                : ": reading fails");
    }
}
