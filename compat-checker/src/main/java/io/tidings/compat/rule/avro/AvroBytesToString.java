package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import org.apache.avro.Schema;

/** Bytes became a string. */
final class AvroBytesToString extends Rule<TypeChanged> {

    AvroBytesToString() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-bytes-to-string",
                        "avro",
                        "Bytes became a string",
                        new Grid("m+W/M", "M"),
                        Bump.MAJOR,
                        "Add a second field of type string"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return change.from().getType() == Schema.Type.BYTES && change.to().getType() == Schema.Type.STRING;
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to())
                + ": old values that are not UTF-8 are corrupted";
    }
}
