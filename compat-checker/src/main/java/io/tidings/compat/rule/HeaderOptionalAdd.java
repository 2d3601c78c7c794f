package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.OptionalHeaderAdded;

/** An optional header was added. */
final class HeaderOptionalAdd extends Rule<OptionalHeaderAdded> {

    HeaderOptionalAdd() {
        super(
                OptionalHeaderAdded.class,
                new RuleInfo(
                        "header-optional-add",
                        "message",
                        "An optional header was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do"));
    }

    @Override
    String reason(OptionalHeaderAdded change) {
        return "header " + change.name() + " is new and optional";
    }
}
