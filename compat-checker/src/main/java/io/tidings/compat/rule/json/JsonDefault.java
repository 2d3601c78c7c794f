package io.tidings.compat.rule.json;

import io.tidings.compat.diff.JsonChange.DefaultChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The default of a value changed. */
final class JsonDefault extends Rule<DefaultChanged> {

    JsonDefault() {
        super(
                DefaultChanged.class,
                new RuleInfo(
                        "json-default",
                        "json",
                        "The default of a value changed",
                        new Grid("m+W", "m+W"),
                        Bump.MINOR,
                        "Send the value instead of relying on its default"));
    }

    @Override
    protected String reason(DefaultChanged change) {
        return change.what() + ": readers that fill it in see another value in the same message";
    }
}
