package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.ReplyAdded;

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
    String reason(ReplyAdded change) {
        return "the operation has a reply now";
    }
}
