package io.tidings.compat.rule;

import io.tidings.compat.diff.ChannelChange.Added;

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
    String reason(Added change) {
        return "channel " + change.address() + " is new";
    }
}
