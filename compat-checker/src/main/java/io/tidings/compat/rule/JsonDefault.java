package io.tidings.compat.rule;

import io.tidings.compat.diff.JsonChange.DefaultChanged;

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
    String reason(DefaultChanged change) {
        return change.what() + ": readers that fill it in see another value in the same message";
    }
}
