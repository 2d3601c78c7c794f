package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.OthersChanged;

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
                        "Send no others until all readers admit them"));
    }

    @Override
    boolean fires(OthersChanged change) {
        return change.reading().breaksForward() && !change.reading().breaksBackward();
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
