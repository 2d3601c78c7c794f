package io.tidings.compat.rule.avro;

import io.tidings.compat.diff.AvroChange.NamespaceChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The namespace of a named type changed. */
final class AvroNamespaceChange extends Rule<NamespaceChanged> {

    AvroNamespaceChange() {
        super(
                NamespaceChanged.class,
                new RuleInfo(
                        "avro-namespace-change",
                        "avro",
                        "The namespace of a named type changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the namespace"));
    }

    @Override
    protected String reason(NamespaceChanged change) {
        return change.from().getFullName() + " is called " + change.to().getFullName() + " now"
                + ": specific readers look the class up by its full name, and unions find enums and fixed by it";
    }
}
