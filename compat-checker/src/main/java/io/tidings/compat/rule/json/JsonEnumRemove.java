package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.ValuesRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Values were removed from an enum, or there is one now. */
final class JsonEnumRemove extends Rule<ValuesRemoved> {

    JsonEnumRemove() {
        super(
                ValuesRemoved.class,
                new RuleInfo(
                        "json-enum-remove",
                        "json",
                        "Values were removed from an enum, or there is one now",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Keep the values, and say in the description that they are no longer sent"));
    }

    @Override
    protected Grid grid(ValuesRemoved change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(ValuesRemoved change) {
        return (change.values().isEmpty()
                        ? "only listed values are admitted now"
                        : "enum lost " + String.join(", ", change.values()))
                + JsonGrids.effect(change.at(), change.reading());
    }
}
