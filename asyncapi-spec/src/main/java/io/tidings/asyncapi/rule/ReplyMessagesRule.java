package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Operation;
import io.tidings.asyncapi.model.Reply;

/** A WARNING where a reply has no channel, or one without messages: nobody can know what comes back. */
final class ReplyMessagesRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("reply-messages", Severity.WARNING, "a reply says what it may be");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            Reply reply = operation.reply();
            if (reply != null && reply.messages().isEmpty()) {
                findings.add(
                        reply.node(),
                        "the reply of '" + operation.name() + "' has no messages",
                        reply.channel() == null ? "add 'channel'" : "add messages to its channel");
            }
        }
    }
}
