package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.BoundsChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A bound was tightened. */
final class JsonBoundsTighten extends Rule<BoundsChanged> {

    JsonBoundsTighten() {
        super(
                BoundsChanged.class,
                new RuleInfo(
                        "json-bounds-tighten",
                        "json",
                        "A bound was tightened",
                        new Grid("m/M", "M"),
                        Bump.NONE, // of the same type as before
                        "Keep the bound, and check the stricter one where the value is used"));
    }

    @Override
    protected boolean fires(BoundsChanged change) {
        return change.reading().narrows();
    }

    @Override
    protected Grid grid(BoundsChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(BoundsChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
