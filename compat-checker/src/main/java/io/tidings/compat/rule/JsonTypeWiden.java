package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.TypeChanged;

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
    boolean fires(TypeChanged change) {
        return change.reading().breaksForward() && !change.reading().breaksBackward();
    }

    @Override
    Grid grid(TypeChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(TypeChanged change) {
        return Labels.of(change.from()) + " became " + Labels.of(change.to())
                + JsonGrids.effect(change.at(), change.reading());
    }
}
