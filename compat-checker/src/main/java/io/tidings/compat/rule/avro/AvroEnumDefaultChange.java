package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.EnumDefaultChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The default of an enum changed. */
final class AvroEnumDefaultChange extends Rule<EnumDefaultChanged> {

    AvroEnumDefaultChange() {
        super(
                EnumDefaultChanged.class,
                new RuleInfo(
                        "avro-enum-default-change",
                        "avro",
                        "The default of an enum changed",
                        new Grid("m+W", "m+W"),
                        Bump.NONE,
                        "Keep the default"));
    }

    @Override
    protected String reason(EnumDefaultChanged change) {
        return "the enum's default changed from " + change.from() + " to " + change.to()
                + ": old and new readers see different symbols in place of unknown ones";
    }
}
