package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.OptionalHeaderAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected String reason(OptionalHeaderAdded change) {
        return "header " + change.name() + " is new and optional";
    }
}
