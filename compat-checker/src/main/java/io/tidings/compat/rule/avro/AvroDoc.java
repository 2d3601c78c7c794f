package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.Documentation;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Documentation or properties of one's own changed. */
final class AvroDoc extends Rule<Documentation> {

    AvroDoc() {
        super(
                Documentation.class,
                new RuleInfo(
                        "avro-doc",
                        "avro",
                        "Documentation or properties of one's own changed",
                        new Grid("p", "p"),
                        Bump.NONE,
                        "Nothing to do"));
    }

    @Override
    protected String reason(Documentation change) {
        return "changed: " + change.what();
    }
}
