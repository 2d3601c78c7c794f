package io.tidings.compat.rule;

import io.tidings.compat.diff.DocumentChange.Documentation;

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
    String reason(Documentation change) {
        return "changed: " + change.what();
    }
}
