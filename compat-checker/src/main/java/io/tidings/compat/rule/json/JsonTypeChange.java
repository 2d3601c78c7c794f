package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A type became another. */
final class JsonTypeChange extends Rule<TypeChanged> {

    JsonTypeChange() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "json-type-change",
                        "json",
                        "A type became another",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a second property of the new type"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return change.reading().breaksForward() && change.reading().breaksBackward();
    }

    @Override
    protected Grid grid(TypeChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(TypeChanged change) {
        return Labels.of(change.from()) + " became " + Labels.of(change.to())
                + JsonGrids.effect(change.at(), change.reading());
    }
}
