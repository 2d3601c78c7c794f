package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ReplyChannelChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** Replies come on another channel. */
final class ReplyChannel extends Rule<ReplyChannelChanged> {

    ReplyChannel() {
        super(
                ReplyChannelChanged.class,
                new RuleInfo(
                        "reply-channel",
                        "operation",
                        "Replies come on another channel",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep replying where requests of the old version expect it"));
    }

    @Override
    protected String reason(ReplyChannelChanged change) {
        return "replies moved from " + change.from() + " to " + change.to() + ": those who asked wait at the old place";
    }
}
