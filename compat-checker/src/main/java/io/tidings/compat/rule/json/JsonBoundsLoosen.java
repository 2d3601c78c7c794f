package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.BoundsChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A bound was loosened. */
final class JsonBoundsLoosen extends Rule<BoundsChanged> {

    JsonBoundsLoosen() {
        super(
                BoundsChanged.class,
                new RuleInfo(
                        "json-bounds-loosen",
                        "json",
                        "A bound was loosened",
                        new Grid("M", "m"),
                        Bump.NONE, // of the same type as before
                        "Keep to the old bound in what you send until all readers admit the new one"));
    }

    @Override
    protected boolean fires(BoundsChanged change) {
        return !change.reading().narrows();
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
