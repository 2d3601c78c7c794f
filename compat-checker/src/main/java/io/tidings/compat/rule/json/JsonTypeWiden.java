package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** More types are admitted. */
final class JsonTypeWiden extends Rule<TypeChanged> {

    JsonTypeWiden() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "json-type-widen",
                        "json",
                        "More types are admitted",
                        new Grid("M", "m"),
                        Bump.MAJOR,
                        "Add a second property of the wider type"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return !change.reading().narrows();
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
