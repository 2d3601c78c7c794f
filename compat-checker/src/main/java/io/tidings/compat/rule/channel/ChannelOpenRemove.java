package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.OpenChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** A channel is not declared open any more. */
final class ChannelOpenRemove extends Rule<OpenChanged> {

    ChannelOpenRemove() {
        super(
                OpenChanged.class,
                new RuleInfo(
                        "channel-open-remove",
                        "channel",
                        "A channel is not declared open any more",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Nothing to do: consumers may go on skipping what they do not know"));
    }

    @Override
    protected boolean fires(OpenChanged change) {
        return !change.open();
    }

    @Override
    protected String reason(OpenChanged change) {
        return "the channel is not open any more: its messages are all there will be in this major version";
    }
}
