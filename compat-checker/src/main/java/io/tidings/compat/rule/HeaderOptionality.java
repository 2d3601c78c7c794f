package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.HeaderOptionalityChanged;

/** A header became required or optional. */
final class HeaderOptionality extends Rule<HeaderOptionalityChanged> {

    HeaderOptionality() {
        super(
                HeaderOptionalityChanged.class,
                new RuleInfo(
                        "header-optionality",
                        "message",
                        "A header became required or optional",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Keep the header as it was"));
    }

    @Override
    Grid grid(HeaderOptionalityChanged change) {
        return change.required() ? new Grid("m/M", "M") : info().grid();
    }

    @Override
    String reason(HeaderOptionalityChanged change) {
        return "header " + change.name()
                + (change.required()
                        ? " is required now: old messages may lack it"
                        : " is optional now: deployed readers require it");
    }
}
