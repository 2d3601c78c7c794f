package io.tidings.compat.rule.operation;

import io.tidings.compat.diff.OperationChange.ReplyAddressChanged;
import io.tidings.compat.rule.Bump;
import io.tidings.compat.rule.Grid;
import io.tidings.compat.rule.Rule;
import io.tidings.compat.rule.RuleInfo;

/** The return address stands elsewhere in the request. */
final class ReplyAddress extends Rule<ReplyAddressChanged> {

    ReplyAddress() {
        super(
                ReplyAddressChanged.class,
                new RuleInfo(
                        "reply-address",
                        "operation",
                        "The return address stands elsewhere in the request",
                        new Grid("M", "M"),
                        Bump.MAJOR,
                        "Read the return address from both places for a while"));
    }

    @Override
    protected String reason(ReplyAddressChanged change) {
        return "the return address moved from " + change.from() + " to " + change.to()
                + ": the other side looks at the old place";
    }
}
