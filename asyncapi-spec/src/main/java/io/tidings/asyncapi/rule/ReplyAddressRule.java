package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;

/**
 * AsyncAPI 3.0, Operation Reply Object: with an {@code address}, the channel's own address must be null or absent. A
 * WARNING only, because an official example of 3.0.0 breaks it.
 */
final class ReplyAddressRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "reply-address", Severity.WARNING, "a reply that names its address leaves that of its channel open");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            Reply reply = operation.reply();
            Channel channel = reply == null ? null : reply.channel();
            if (reply != null && channel != null && reply.addressLocation() != null && channel.address() != null) {
                findings.add(
                        reply.node().get("address").orElse(reply.node()),
                        "the reply takes its address from the request, but its channel '" + channel.name()
                                + "' has a fixed one",
                        "remove 'address' here, or make that of the channel null",
                        channel.locationOf("address"),
                        "the fixed address");
            }
        }
    }
}
