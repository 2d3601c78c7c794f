package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.NameChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import org.apache.avro.Schema;

/** A record was renamed. */
final class AvroNameChange extends Rule<NameChanged> {

    AvroNameChange() {
        super(
                NameChanged.class,
                new RuleInfo(
                        "avro-name-change",
                        "avro",
                        "A record was renamed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the name"));
    }

    @Override
    protected boolean fires(NameChanged change) {
        return change.from().getType() == Schema.Type.RECORD;
    }

    @Override
    protected Grid grid(NameChanged change) {
        return change.aliased() ? new Grid("M", "m") : info().grid();
    }

    @Override
    protected String reason(NameChanged change) {
        return change.from().getFullName() + " is called " + change.to().getFullName() + " now"
                + (change.aliased()
                        ? ": new readers follow the alias, old readers do not know the name"
                        : ": readers compare names");
    }
}
