package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.OthersChanged;

/** Other properties are refused than before. */
final class JsonAdditionalClose extends Rule<OthersChanged> {

    JsonAdditionalClose() {
        super(
                OthersChanged.class,
                new RuleInfo(
                        "json-additional-close",
                        "json",
                        "Other properties are refused than before",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Go on to admit other properties: readers lose nothing by it"));
    }

    @Override
    boolean fires(OthersChanged change) {
        return change.reading().breaksBackward();
    }

    @Override
    Grid grid(OthersChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(OthersChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
