package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.HeaderRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A header was removed. */
final class HeaderRemove extends Rule<HeaderRemoved> {

    HeaderRemove() {
        super(
                HeaderRemoved.class,
                new RuleInfo(
                        "header-remove",
                        "message",
                        "A header was removed",
                        new Grid("W", "m"),
                        Bump.MAJOR,
                        "Keep sending the header until no consumer asks for it"));
    }

    @Override
    protected Grid grid(HeaderRemoved change) {
        return change.required() ? new Grid("M", "m") : info().grid();
    }

    @Override
    protected String reason(HeaderRemoved change) {
        return "header " + change.name() + " is gone"
                + (change.required() ? ": deployed readers require it" : ": deployed readers may miss it");
    }
}
