package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.HeaderRemoved;

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
    Grid grid(HeaderRemoved change) {
        return change.required() ? new Grid("M", "m") : info().grid();
    }

    @Override
    String reason(HeaderRemoved change) {
        return "header " + change.name() + " is gone"
                + (change.required() ? ": deployed readers require it" : ": deployed readers may miss it");
    }
}
