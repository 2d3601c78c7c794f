package io.tidings.compat.rule;

import io.tidings.compat.diff.OperationChange.ReplyAddressChanged;

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
    String reason(ReplyAddressChanged change) {
        return "the return address moved from " + change.from() + " to " + change.to()
                + ": the other side looks at the old place";
    }
}
