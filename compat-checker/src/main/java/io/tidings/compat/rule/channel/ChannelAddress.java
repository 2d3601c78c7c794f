package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.AddressChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The address of a channel changed. */
final class ChannelAddress extends Rule<AddressChanged> {

    ChannelAddress() {
        super(
                AddressChanged.class,
                new RuleInfo(
                        "channel-address",
                        "channel",
                        "The address of a channel changed",
                        new Grid("M", "M"),
                        Bump.NONE,
                        "Add a channel at the new address and keep the old one until all have moved"));
    }

    @Override
    protected String reason(AddressChanged change) {
        return "the address changed from " + change.from() + " to " + change.to()
                + ": deployed clients stay at the old one";
    }
}
