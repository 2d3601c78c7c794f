package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.OpenChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A channel was declared open to more kinds of messages. */
final class ChannelOpenAdd extends Rule<OpenChanged> {

    ChannelOpenAdd() {
        super(
                OpenChanged.class,
                new RuleInfo(
                        "channel-open-add",
                        "channel",
                        "A channel was declared open to more kinds of messages",
                        new Grid("m", "m"),
                        Bump.MAJOR,
                        "Let consumers skip what they do not know from now on"));
    }

    @Override
    protected boolean fires(OpenChanged change) {
        return change.open();
    }

    @Override
    protected String reason(OpenChanged change) {
        return "the channel is open now: messages that are added later are not announced as breaking";
    }
}
