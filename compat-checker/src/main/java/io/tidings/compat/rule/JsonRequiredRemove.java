package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.RequiredRemoved;

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
    Grid grid(RequiredRemoved change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(RequiredRemoved change) {
        return "property " + change.name() + (change.gone() ? ", which was required, is gone" : " is optional now")
                + JsonGrids.effect(change.at(), change.reading());
    }
}
