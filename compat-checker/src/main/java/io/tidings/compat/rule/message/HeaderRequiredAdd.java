package io.tidings.compat.rule.message;

import io.tidings.compat.diff.MessageChange.RequiredHeaderAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A required header was added. */
final class HeaderRequiredAdd extends Rule<RequiredHeaderAdded> {

    HeaderRequiredAdd() {
        super(
                RequiredHeaderAdded.class,
                new RuleInfo(
                        "header-required-add",
                        "message",
                        "A required header was added",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Make the header optional"));
    }

    @Override
    protected String reason(RequiredHeaderAdded change) {
        return "header " + change.name() + " is required and new: old messages lack it";
    }
}
