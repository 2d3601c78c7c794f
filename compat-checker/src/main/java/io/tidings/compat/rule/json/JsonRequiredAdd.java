package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.RequiredAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A property is required that was not. */
final class JsonRequiredAdd extends Rule<RequiredAdded> {

    JsonRequiredAdd() {
        super(
                RequiredAdded.class,
                new RuleInfo(
                        "json-required-add",
                        "json",
                        "A property is required that was not",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Let the property be optional; require it in the next major version, when all who send fill it in"));
    }

    @Override
    protected Grid grid(RequiredAdded change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(RequiredAdded change) {
        return "property " + change.name() + (change.isNew() ? " is new and required" : " is required now")
                + JsonGrids.effect(change.at(), change.reading());
    }
}
