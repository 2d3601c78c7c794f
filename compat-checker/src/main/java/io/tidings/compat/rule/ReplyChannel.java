package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.ReplyChannelChanged;

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
    String reason(ReplyChannelChanged change) {
        return "replies moved from " + change.from() + " to " + change.to() + ": those who asked wait at the old place";
    }
}
