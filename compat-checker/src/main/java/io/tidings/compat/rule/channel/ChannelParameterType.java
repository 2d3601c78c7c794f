package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.ParameterChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A parameter of an address lost values, or messages carry it elsewhere. */
final class ChannelParameterType extends Rule<ParameterChanged> {

    ChannelParameterType() {
        super(
                ParameterChanged.class,
                new RuleInfo(
                        "channel-parameter-type",
                        "channel",
                        "A parameter of an address lost values, or messages carry it elsewhere",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the values, or add a channel with an address of its own"));
    }

    @Override
    protected boolean fires(ParameterChanged change) {
        return !change.widened();
    }

    @Override
    protected String reason(ParameterChanged change) {
        return change.what()
                + ": addresses that deployed clients use are gone, or they look for the parameter where it is not";
    }
}
