package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.PropertyAdded;

/** An optional property was added. */
final class JsonPropertyAdd extends Rule<PropertyAdded> {

    JsonPropertyAdd() {
        super(
                PropertyAdded.class,
                new RuleInfo(
                        "json-property-add",
                        "json",
                        "An optional property was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Where old readers refuse other properties, let them admit these first"));
    }

    @Override
    Grid grid(PropertyAdded change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(PropertyAdded change) {
        return "property " + change.name() + " is new and optional" + JsonGrids.effect(change.at(), change.reading());
    }
}
