package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.HeaderOptionalityChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected Grid grid(HeaderOptionalityChanged change) {
        return change.required() ? new Grid("m/M", "M") : info().grid();
    }

    @Override
    protected String reason(HeaderOptionalityChanged change) {
        return "header " + change.name()
                + (change.required()
                        ? " is required now: old messages may lack it"
                        : " is optional now: deployed readers require it");
    }
}
