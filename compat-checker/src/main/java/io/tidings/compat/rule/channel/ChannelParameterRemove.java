package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.ParameterRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A parameter was removed from the address of a channel. */
final class ChannelParameterRemove extends Rule<ParameterRemoved> {

    ChannelParameterRemove() {
        super(
                ParameterRemoved.class,
                new RuleInfo(
                        "channel-parameter-remove",
                        "channel",
                        "A parameter was removed from the address of a channel",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a channel with the new address instead"));
    }

    @Override
    protected String reason(ParameterRemoved change) {
        return "parameter " + change.name() + " is gone from the address: deployed clients still use it";
    }
}
