package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.ParameterChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A parameter of an address may have more values. */
final class ChannelParameterValuesAdd extends Rule<ParameterChanged> {

    ChannelParameterValuesAdd() {
        super(
                ParameterChanged.class,
                new RuleInfo(
                        "channel-parameter-values-add",
                        "channel",
                        "A parameter of an address may have more values",
                        new Grid("m+W", "m"),
                        Bump.MINOR,
                        "Upgrade those first who subscribe to each address by itself"));
    }

    @Override
    protected boolean fires(ParameterChanged change) {
        return change.widened();
    }

    @Override
    protected String reason(ParameterChanged change) {
        return change.what() + ": deployed subscribers that name each address do not listen there";
    }
}
