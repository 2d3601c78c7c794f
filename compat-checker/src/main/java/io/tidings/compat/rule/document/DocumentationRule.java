package io.tidings.compat.rule.document;

import io.tidings.compat.diff.DocumentChange.Documentation;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Only words for people changed. */
final class DocumentationRule extends Rule<Documentation> {

    DocumentationRule() {
        super(
                Documentation.class,
                new RuleInfo(
                        "documentation",
                        "document",
                        "Only words for people changed",
                        new Grid("p", "p"),
                        Bump.NONE,
                        "Nothing to do"));
    }

    @Override
    protected String reason(Documentation change) {
        return "changed: " + change.what();
    }
}
