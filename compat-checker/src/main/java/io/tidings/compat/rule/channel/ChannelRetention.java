package io.tidings.compat.rule.channel;

import io.tidings.compat.diff.ChannelChange.RetentionChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** What x-tidings.retention says changed. */
final class ChannelRetention extends Rule<RetentionChanged> {

    ChannelRetention() {
        super(
                RetentionChanged.class,
                new RuleInfo(
                        "channel-retention",
                        "channel",
                        "What x-tidings.retention says changed",
                        new Grid("W", "W"),
                        Bump.NONE,
                        "Check that consumers that replay the channel still find what they need"));
    }

    @Override
    protected String reason(RetentionChanged change) {
        return "messages were " + change.from() + ", they are " + change.to()
                + " now: this decides which old data must stay readable";
    }
}
