package io.tidings.asyncapi.rule;

import io.tidings.asyncapi.diagnostic.Severity;
import io.tidings.asyncapi.model.Message;
import io.tidings.asyncapi.model.Operation;

/** A WARNING where an operation uses a message without a payload: nothing can be generated or checked from it. */
final class MessagePayloadRule implements Rule {
    private static final RuleInfo INFO = new RuleInfo(
            "message-payload", Severity.WARNING, "a message that an operation uses says what its payload is");

    @Override
    public RuleInfo info() {
        return INFO;
    }

    @Override
    public void check(Subject subject, Findings findings) {
        for (Operation operation : subject.document().operations().values()) {
            for (Message message : operation.messages()) {
                if (message.node().get("payload").isEmpty()) {
                    findings.add(
                            message.node(),
                            "the message '" + message.name() + "' does not say what its payload is",
                            "add 'payload'");
                }
            }
        }
    }
}
