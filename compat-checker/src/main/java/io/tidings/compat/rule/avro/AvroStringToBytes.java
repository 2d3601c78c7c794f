package io.tidings.compat.rule.avro;

import io.tidings.compat.avro.TypeNames;
import io.tidings.compat.diff.AvroChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;
import org.apache.avro.Schema;

/** A string became bytes. */
final class AvroStringToBytes extends Rule<TypeChanged> {

    AvroStringToBytes() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "avro-string-to-bytes",
                        "avro",
                        "A string became bytes",
                        new Grid("M", "m+W"),
                        Bump.MAJOR,
                        "Add a second field of type bytes"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return change.from().getType() == Schema.Type.STRING && change.to().getType() == Schema.Type.BYTES;
    }

    @Override
    protected String reason(TypeChanged change) {
        return TypeNames.of(change.from()) + " became " + TypeNames.of(change.to())
                + ": old readers corrupt what is not UTF-8";
    }
}
