package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.model.Channel;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;
import io.tidings.asyncapi.source.Node;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** AsyncAPI 3.0, Operation Object: {@code messages} must be messages of the operation's channel, named through it. */
final class OperationMessagesRule implements Rule {
    private static final RuleInfo INFO = RuleInfo.firm(
            "operation-messages-from-referred-channel",
            "the messages of an operation or reply are messages of its channel");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            messages(subject, operation.node(), operation.channel(), findings);
            Reply reply = operation.reply();
            if (reply != null && reply.channel() != null) {
                messages(subject, reply.node(), reply.channel(), findings);
            }
        }
    }

    private static void messages(Subject subject, ObjectNode holder, Channel channel, Findings findings) {
        for (Node reference : Subject.items(holder, "messages")) {
            Node hop = subject.hop(reference);
            if (hop != null && !Subject.holds(channel.node(), "messages", hop)) {
                findings.add(
                        reference,
                        "this message is not one of the channel '" + channel.name() + "'",
                        hint(channel),
                        channel.location(),
                        "the channel");
            }
        }
    }

    private static String hint(Channel channel) {
        String key = channel.messages().keySet().stream().findFirst().orElse("...");
        return "write '#/channels/" + channel.name() + "/messages/" + key + "' or another message of that channel";
    }
}
