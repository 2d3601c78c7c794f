package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.HeaderTypeChanged;

/** The schema of a header changed. */
final class HeaderType extends Rule<HeaderTypeChanged> {

    HeaderType() {
        super(
                HeaderTypeChanged.class,
                new RuleInfo(
                        "header-type",
                        "message",
                        "The schema of a header changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a header of the new type and keep the old one"));
    }

    @Override
    String reason(HeaderTypeChanged change) {
        return "the schema of header " + change.name() + " changed: deployed readers and writers use the old one";
    }
}
