package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.CombinationChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Alternatives, conditions or negations changed. */
final class JsonCombination extends Rule<CombinationChanged> {

    JsonCombination() {
        super(
                CombinationChanged.class,
                new RuleInfo(
                        "json-combination",
                        "json",
                        "Alternatives, conditions or negations changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a message, or an optional property, instead of a new alternative"));
    }

    @Override
    protected Grid grid(CombinationChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected Bump source(CombinationChanged change) {
        return change.alternatives() ? Bump.MAJOR : Bump.NONE;
    }

    @Override
    protected String reason(CombinationChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
