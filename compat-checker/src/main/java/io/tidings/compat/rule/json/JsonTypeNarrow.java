package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.TypeChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Fewer types are admitted. */
final class JsonTypeNarrow extends Rule<TypeChanged> {

    JsonTypeNarrow() {
        super(
                TypeChanged.class,
                new RuleInfo(
                        "json-type-narrow",
                        "json",
                        "Fewer types are admitted",
                        new Grid("m/M", "M"),
                        Bump.MAJOR,
                        "Keep the wider type, and say in the description what will come"));
    }

    @Override
    protected boolean fires(TypeChanged change) {
        return change.reading().narrows() && !change.reading().breaksForward();
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
