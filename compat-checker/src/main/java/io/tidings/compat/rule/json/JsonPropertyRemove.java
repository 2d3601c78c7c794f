package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.PropertyRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An optional property was removed. */
final class JsonPropertyRemove extends Rule<PropertyRemoved> {

    JsonPropertyRemove() {
        super(
                PropertyRemoved.class,
                new RuleInfo(
                        "json-property-remove",
                        "json",
                        "An optional property was removed",
                        new Grid("m+W", "m"),
                        Bump.MAJOR,
                        "Keep the property until nobody reads it; say so in its description"));
    }

    @Override
    protected Grid grid(PropertyRemoved change) {
        return JsonGrids.of(change.reading(), "m+W", "m");
    }

    @Override
    protected String reason(PropertyRemoved change) {
        return "property " + change.name() + " is gone" + JsonGrids.effect(change.at(), change.reading());
    }
}
