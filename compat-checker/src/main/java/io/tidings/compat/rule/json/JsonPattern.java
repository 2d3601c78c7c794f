package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.PatternChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

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
                        Bump.NONE, // of the same type as before
                        "Keep the old pattern, or add a second property with the new one"));
    }

    @Override
    protected Grid grid(PatternChanged change) {
        return JsonGrids.of(change.reading());
    }

    @Override
    protected String reason(PatternChanged change) {
        return change.what() + JsonGrids.effect(change.at(), change.reading());
    }
}
