package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.OthersChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
    protected boolean fires(OthersChanged change) {
        return change.reading().breaksBackward();
    }

    @Override
    protected Grid grid(OthersChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(OthersChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
