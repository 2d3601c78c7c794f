package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.RequiredRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A property that was required may be missing. */
final class JsonRequiredRemove extends Rule<RequiredRemoved> {

    JsonRequiredRemove() {
        super(
                RequiredRemoved.class,
                new RuleInfo(
                        "json-required-remove",
                        "json",
                        "A property that was required may be missing",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Keep sending the property, or let it be optional for a major version before it goes"));
    }

    @Override
    protected Grid grid(RequiredRemoved change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(RequiredRemoved change) {
        return "property " + change.name() + (change.gone() ? ", which was required, is gone" : " is optional now")
                + JsonGrids.effect(change.at(), change.reading());
    }
}
