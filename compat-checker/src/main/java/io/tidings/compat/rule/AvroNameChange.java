package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.NameChanged;
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
    boolean fires(NameChanged change) {
        return change.from().getType() == Schema.Type.RECORD;
    }

    @Override
    Grid grid(NameChanged change) {
        return change.aliased() ? new Grid("M", "m") : info().grid();
    }

    @Override
    String reason(NameChanged change) {
        return change.from().getFullName() + " is called " + change.to().getFullName() + " now"
                + (change.aliased()
                        ? ": new readers follow the alias, old readers do not know the name"
                        : ": readers compare names");
    }
}
