package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.ParameterAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A parameter was added to the address of a channel. */
final class ChannelParameterAdd extends Rule<ParameterAdded> {

    ChannelParameterAdd() {
        super(
                ParameterAdded.class,
                new RuleInfo(
                        "channel-parameter-add",
                        "channel",
                        "A parameter was added to the address of a channel",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add a channel with the new address instead"));
    }

    @Override
    protected String reason(ParameterAdded change) {
        return "parameter " + change.name() + " is new in the address: deployed clients do not fill it";
    }
}
