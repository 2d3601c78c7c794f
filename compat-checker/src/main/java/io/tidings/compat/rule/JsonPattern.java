package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.PatternChanged;

/** A pattern changed. */
final class JsonPattern extends Rule<PatternChanged> {

    JsonPattern() {
        super(
                PatternChanged.class,
                new RuleInfo(
                        "json-pattern",
                        "json",
                        "A pattern changed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the old pattern, or add a second property with the new one"));
    }

    @Override
    Grid grid(PatternChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    String reason(PatternChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
