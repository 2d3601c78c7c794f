package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.Added;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A channel was added. */
final class ChannelAdd extends Rule<Added> {

    ChannelAdd() {
        super(
                Added.class,
                new RuleInfo(
                        "channel-add",
                        "channel",
                        "A channel was added",
                        new Grid("m", "m"),
                        Bump.MINOR,
                        "Nothing to do: nobody depends on it yet"));
    }

    @Override
    protected String reason(Added change) {
        return "channel " + change.address() + " is new";
    }
}
