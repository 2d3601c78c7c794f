package io.tidings.compat.rule.document;

import io.tidings.compat.diff.DocumentChange.GeneratedNameChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The name for generated code changed. */
final class GeneratedName extends Rule<GeneratedNameChanged> {

    GeneratedName() {
        super(
                GeneratedNameChanged.class,
                new RuleInfo(
                        "generated-name",
                        "document",
                        "The name for generated code changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Keep x-tidings.name if users compile against the generated clients"));
    }

    @Override
    protected String reason(GeneratedNameChanged change) {
        return "x-tidings.name of " + change.what() + " changed from " + change.from() + " to " + change.to();
    }
}
