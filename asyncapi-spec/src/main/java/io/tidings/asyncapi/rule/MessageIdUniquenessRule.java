package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.source.Node.ObjectNode;

/** AsyncAPI 2.6, Message Object: a {@code messageId} must be unique among all messages of the document. */
final class MessageIdUniquenessRule implements Rule {
    private static final RuleInfo INFO =
            new RuleInfo("message-messageId-uniqueness", Severity.ERROR, "no two messages have the same 'messageId'");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        UniqueIds ids = new UniqueIds("message", "messageId");
        for (ObjectNode message : subject.all("Message")) {
            ids.check(subject, message, findings);
        }
    }
}
