package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.ValuesAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Values were added to an enum, or it admits any. */
final class JsonEnumAdd extends Rule<ValuesAdded> {

    JsonEnumAdd() {
        super(
                ValuesAdded.class,
                new RuleInfo(
                        "json-enum-add",
                        "json",
                        "Values were added to an enum, or it admits any",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Tell readers in a version before to take values they do not know; or send the new value in a new property"));
    }

    @Override
    protected Grid grid(ValuesAdded change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(ValuesAdded change) {
        return (change.values().isEmpty()
                        ? "values are no longer listed"
                        : "enum gained " + String.join(", ", change.values()))
                + JsonGrids.effect(change.at(), change.reading());
    }
}
