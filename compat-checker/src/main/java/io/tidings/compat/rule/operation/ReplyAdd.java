package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ReplyAdded;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** An operation got a reply. */
final class ReplyAdd extends Rule<ReplyAdded> {

    ReplyAdd() {
        super(
                ReplyAdded.class,
                new RuleInfo(
                        "reply-add",
                        "operation",
                        "An operation got a reply",
                        new Grid("m", "m"),
                        Bump.MAJOR,
                        "Nothing to do: those who ask without waiting for it go on as before"));
    }

    @Override
    protected String reason(ReplyAdded change) {
        return "the operation has a reply now";
    }
}
