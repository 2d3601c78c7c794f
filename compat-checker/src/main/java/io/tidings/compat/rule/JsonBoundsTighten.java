package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.BoundsChanged;

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
                        Bump.MAJOR,
                        "Keep the bound, and check the stricter one where the value is used"));
    }

    @Override
    boolean fires(BoundsChanged change) {
        return change.reading().breaksBackward();
    }

    @Override
    Grid grid(BoundsChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(BoundsChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
