package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.BoundsChanged;

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
                        Bump.MAJOR,
                        "Keep to the old bound in what you send until all readers admit the new one"));
    }

    @Override
    boolean fires(BoundsChanged change) {
        return change.reading().breaksForward() && !change.reading().breaksBackward();
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
