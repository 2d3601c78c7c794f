package io.tidings.compat.rule;

import io.tidings.compat.diff.AvroChange.Documentation;

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
    String reason(Documentation change) {
        return "changed: " + change.what();
    }
}
