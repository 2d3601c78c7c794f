package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ChannelChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An operation moved to another channel. */
final class OperationChannel extends Rule<ChannelChanged> {

    OperationChannel() {
        super(
                ChannelChanged.class,
                new RuleInfo(
                        "operation-channel",
                        "operation",
                        "An operation moved to another channel",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Add an operation on the new channel and keep the old one until all have moved"));
    }

    @Override
    protected String reason(ChannelChanged change) {
        return "the operation moved from channel " + change.from() + " to " + change.to()
                + ": those on the other side stay";
    }
}
