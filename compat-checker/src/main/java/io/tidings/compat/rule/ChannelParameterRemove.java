package io.tidings.compat.rule;

import io.tidings.compat.diff.ChannelChange.ParameterRemoved;

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
    String reason(ParameterRemoved change) {
        return "parameter " + change.name() + " is gone from the address: deployed clients still use it";
    }
}
