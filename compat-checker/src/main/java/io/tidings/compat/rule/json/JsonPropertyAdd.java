package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.PropertyAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected Grid grid(PropertyAdded change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(PropertyAdded change) {
        return "property " + change.name() + " is new and optional" + JsonGrids.effect(change.at(), change.reading());
    }
}
