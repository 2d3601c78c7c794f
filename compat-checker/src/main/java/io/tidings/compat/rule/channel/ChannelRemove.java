package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.Removed;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A channel was removed. */
final class ChannelRemove extends Rule<Removed> {

    ChannelRemove() {
        super(
                Removed.class,
                new RuleInfo(
                        "channel-remove",
                        "channel",
                        "A channel was removed",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep the channel until nobody uses it, or publish a new MAJOR version beside the old one"));
    }

    @Override
    protected String reason(Removed change) {
        return "channel " + change.address() + " is gone: those who use it wait or send in vain";
    }
}
