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
                        "Go on to admit other properties: readers lose nothing by it. Senders that leave additionalProperties out are taken"
                                + " to send only what they declare; those that do not are refused"));
    }

    @Override
    protected boolean fires(OthersChanged change) {
        return change.closes();
    }

    @Override
    protected Grid grid(OthersChanged change) {
        boolean doubtful = change.literally().breaksBackward();
        return doubtful ? JsonGrids.of(change.reading(), "m/m+W", "m+W") : JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(OthersChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading(), change.literally());
    }
}
