package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.PropertyRemoved;

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
    Grid grid(PropertyRemoved change) {
        return JsonGrids.of(change.reading(), "m+W", "m");
    }

    @Override
    String reason(PropertyRemoved change) {
        return "property " + change.name() + " is gone" + JsonGrids.effect(change.at(), change.reading());
    }
}
