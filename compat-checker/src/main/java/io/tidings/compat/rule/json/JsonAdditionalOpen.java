package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.OthersChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Other properties are admitted than before. */
final class JsonAdditionalOpen extends Rule<OthersChanged> {

    JsonAdditionalOpen() {
        super(
                OthersChanged.class,
                new RuleInfo(
                        "json-additional-open",
                        "json",
                        "Other properties are admitted than before",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Send no others until all readers admit them. Who leaves additionalProperties out is taken to send only what it"
                                + " declares; true says that it may send anything"));
    }

    @Override
    protected boolean fires(OthersChanged change) {
        return !change.closes();
    }

    @Override
    protected Grid grid(OthersChanged change) {
        boolean doubtful = change.literally().breaksForward();
        return JsonGrids.of(change.reading(), doubtful ? "m+W" : "m", "m");
    }

    @Override
    protected String reason(OthersChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading(), change.literally());
    }
}
