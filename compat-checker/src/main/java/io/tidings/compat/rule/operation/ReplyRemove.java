package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ReplyRemoved;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An operation lost its reply. */
final class ReplyRemove extends Rule<ReplyRemoved> {

    ReplyRemove() {
        super(
                ReplyRemoved.class,
                new RuleInfo(
                        "reply-remove",
                        "operation",
                        "An operation lost its reply",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Keep replying until nobody waits for it"));
    }

    @Override
    protected String reason(ReplyRemoved change) {
        return "the operation has no reply any more: those who wait for it time out";
    }
}
