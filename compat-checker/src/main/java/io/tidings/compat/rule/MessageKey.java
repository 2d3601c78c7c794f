package io.tidings.compat.rule;

import io.tidings.compat.diff.MessageChange.KeyRenamed;

/** Only the key of a message in the document changed. */
final class MessageKey extends Rule<KeyRenamed> {

    MessageKey() {
        super(
                KeyRenamed.class,
                new RuleInfo(
                        "message-key",
                        "message",
                        "Only the key of a message in the document changed",
                        new Grid("p", "p"),
                        Bump.MAJOR,
                        "Pin the name in generated code with x-tidings.name"));
    }

    @Override
    String reason(KeyRenamed change) {
        return "the message is called " + change.to() + " now, it was " + change.from()
                + ": its payload is the same kind";
    }
}
